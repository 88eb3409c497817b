-- Package outbox: every line the bot hands out, once. The key is what makes it once.
create table outbox_message (
    id          bigint generated always as identity primary key,
    key         text not null unique,
    route       text not null check (route in ('AUTO', 'STAFF_TAP', 'OWNER_CONFIRM', 'STAFF_APP')),
    target      text not null,
    owner       text,
    batch       text not null,
    text        text not null,
    reason      text not null,
    solicited   boolean not null default false, -- an answer, an emergency, a notice: outside the speech budget
    after_id    bigint references outbox_message, -- not before that line was at least handed over once
    not_before  timestamptz not null,        -- community time
    state       text not null default 'WAITING'
                check (state in ('WAITING', 'SENDING', 'SENT', 'STAGED', 'TASK_CREATED', 'UNKNOWN', 'FAILED', 'CANCELLED')),
    attempts    int not null default 0,
    claimed_by  text,
    claimed_until timestamptz,               -- machine time
    retry_at    timestamptz,                 -- machine time
    vendor_ref  text,
    failure     text,
    created_at  timestamptz not null,
    sent_at     timestamptz,                 -- community time, as the route reported it
    sent_by     text                         -- the person who tapped, for STAFF_TAP and OWNER_CONFIRM
);
create index outbox_message_waiting on outbox_message (not_before, id) where state = 'WAITING';
create index outbox_message_open on outbox_message (state, id) where state in ('SENDING', 'STAGED', 'TASK_CREATED', 'UNKNOWN');
create index outbox_message_target on outbox_message (target, created_at desc);
create index outbox_message_batch on outbox_message (batch);
create index outbox_message_ref on outbox_message (vendor_ref) where vendor_ref is not null;
