-- Package once: requests of the console that carry a key and are done once, however often they arrive.
create table once_key (
    actor text not null,
    key   text not null,
    at    timestamptz not null,              -- machine time
    done  boolean not null default false,
    primary key (actor, key)
);
create index once_key_at on once_key (at);
