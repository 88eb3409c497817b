-- Package ticket: how a clock counts, by which line of the 权责清单 a ticket was given, taps that may be taken back, who
-- has a ticket open.
alter table ticket add column responsibility_id bigint references responsibility;
alter table ticket add column respond_in text not null default 'ALWAYS' check (respond_in in ('WORK', 'ALWAYS'));
alter table ticket add column resolve_in text not null default 'ALWAYS' check (resolve_in in ('WORK', 'ALWAYS'));
create index ticket_need_info on ticket (state_at) where status = 'NEED_INFO';

-- What a merge brought along, so that un-merging takes just that away again.
alter table ticket_voice add column via bigint references ticket;
alter table ticket_message add column via bigint references ticket;

alter table announcement add column hold_until timestamptz; -- a tap may still be taken back

create table ticket_tap (
    event_id  bigint primary key references ticket_event,
    ticket_id bigint not null references ticket,
    actor_ref text not null,
    until     timestamptz not null,          -- community time
    before    jsonb not null,                -- the ticket's row as it was
    undone_at timestamptz
);
create index ticket_tap_ticket on ticket_tap (ticket_id, event_id);

create table ticket_looker (
    ticket_id bigint not null references ticket,
    staff_id  bigint not null references staff,
    since     timestamptz not null,          -- community time
    seen_at   timestamptz not null,          -- machine time
    primary key (ticket_id, staff_id)
);
