-- Package faq: 常见问答. Only approved answers are ever said.
create table faq (
    id       bigint generated always as identity primary key,
    title    text not null unique,           -- 社保卡办理地点和时间
    keywords text[] not null,                -- each one finds it; words joined by + must all be there
    answer   text not null,
    approved boolean not null default false
);
