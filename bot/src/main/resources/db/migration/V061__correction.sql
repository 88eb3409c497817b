-- Package workbench: what people corrected of a reading, until somebody approves it for the corpus or discards it.
create table correction (
    id           bigint generated always as identity primary key,
    kind         text not null check (kind in ('FALSE_ALARM', 'MISSED', 'CATEGORY', 'PLACE')),
    message_id   bigint references inbox_message on delete set null, -- null: typed by hand
    ticket_id    bigint references ticket,
    words        text not null,              -- masked; emptied when it is discarded
    was          text not null,              -- how it was read, in words
    should_be    text not null,
    labels       text not null,              -- as config/corpus/README.md writes them; empty for chat
    made_by      text not null,
    made_at      timestamptz not null,
    state        text not null default 'NEW' check (state in ('NEW', 'APPROVED', 'DISCARDED')),
    decided_by   text,
    decided_at   timestamptz
);
create unique index correction_once on correction (ticket_id, kind) where state = 'NEW' and ticket_id is not null;
create index correction_state on correction (state, id desc);
