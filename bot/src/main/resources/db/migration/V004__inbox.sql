-- Package inbox: every line of every group, once. A worker leases a group (lane), not a message.
create table inbox_message (
    id          bigint generated always as identity primary key,
    adapter     text not null,
    msg_id      text not null,
    seq         bigint not null,
    chat_id     text not null,
    sender_id   text not null,
    kind        text not null,
    text_sealed bytea,                       -- encrypted; dropped when it expires or its author opts out
    text_masked text not null,
    media_ref   text,
    revokes     text,
    quote       text,
    sent_at     timestamptz not null,
    state       text not null default 'NEW' check (state in ('NEW', 'DONE', 'HELD', 'QUARANTINED')),
    outcome     text,                        -- what intake made of it
    attempts    int not null default 0,
    failure     text,
    kept        boolean not null default false, -- belongs to a ticket: does not expire with the rest
    late        boolean not null default false, -- read after its group was bound: candidates only, nothing said
    recalled_at timestamptz,
    unique (adapter, msg_id)
);
create index inbox_message_new on inbox_message (chat_id, sent_at, seq) where state = 'NEW';
create index inbox_message_told on inbox_message (chat_id, sent_at desc);
create index inbox_message_held on inbox_message (chat_id, sent_at) where state = 'HELD';
create index inbox_message_quarantined on inbox_message (id) where state = 'QUARANTINED';

create table inbox_lane (
    chat_id      text primary key,
    has_new      boolean not null default true,
    leased_by    text,
    leased_until timestamptz,                -- machine time
    retry_at     timestamptz                 -- machine time; a failing message lets its group rest
);
create index inbox_lane_waiting on inbox_lane (chat_id) where has_new;

-- What the reader made of a line, for the screen that explains it and for replays.
create table parse_result (
    message_id      bigint primary key references inbox_message on delete cascade,
    level           text not null,
    intent          text not null,
    category        text,
    predicates      text[] not null,
    vetoes          text[] not null,
    confidence      real not null,
    lexicon_version text not null,
    engine_version  text not null
);
create index inbox_message_expiring on inbox_message (sent_at) where not kept and text_sealed is not null;
