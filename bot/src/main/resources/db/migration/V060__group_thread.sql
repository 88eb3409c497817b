-- Package inbox: what the reader remembers of a group, to read its next line by. Bounded, and of use for a day and a half only.
create table group_thread (
    chat_group_id bigint primary key references chat_group on delete cascade,
    state         jsonb not null,
    updated_at    timestamptz not null
);

alter table parse_result
    add column action text,
    add column ticket_id bigint,
    add column request real,
    add column model_version text;
