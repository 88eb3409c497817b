-- Package notice: words that no notice may carry (敏感词), as the community keeps them. A word taken off stays, with who did it.
create table refused_word (
    id         bigint generated always as identity primary key,
    word       text not null,                -- as typed
    plain      text not null,                -- as it is compared: no case, no width, no gaps
    reason     text,                         -- what to write instead, or why
    added_by   text not null,
    added_name text not null,
    added_at   timestamptz not null,
    removed_by   text,
    removed_name text,
    removed_at   timestamptz
);
create unique index refused_word_in_force on refused_word (plain) where removed_at is null;
