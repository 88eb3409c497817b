-- Package workbench: a lexicon and a model that were read over the retained lines, and, once a person says so, are in use.
create table reader_release (
    id              bigint generated always as identity primary key,
    base            text not null,           -- the model the program was built with: another program starts from its own
    lexicon         bytea,                   -- the folder as a zip; dropped when discarded
    lexicon_version text,
    model           bytea,                   -- null: the model of the program
    model_version   text,
    trains          boolean not null,
    state           text not null default 'RUNNING' check (state in ('RUNNING', 'READY', 'FAILED', 'LIVE', 'RETIRED', 'DISCARDED')),
    done            int not null default 0,
    total           int not null default 0,
    differences     int not null default 0,
    failure         text,
    asked_by        text not null,
    asked_at        timestamptz not null,
    alive_at        timestamptz not null,    -- machine time: a node that died leaves it behind
    live_by         text,
    live_at         timestamptz
);
create unique index reader_release_running on reader_release ((true)) where state = 'RUNNING';
create unique index reader_release_live on reader_release ((true)) where state = 'LIVE';

create table replay_difference (
    release_id   bigint not null references reader_release on delete cascade,
    message_id   bigint not null references inbox_message on delete cascade,
    was_level    text not null,
    was_category text,
    was_action   text not null,
    now_level    text not null,
    now_category text,
    now_action   text not null,
    primary key (release_id, message_id)
);
