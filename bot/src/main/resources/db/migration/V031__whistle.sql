-- Package whistle: 吹哨报到. A grid asks, a leader blows, units report, and what they did is scored.
create table whistle (
    id         bigint generated always as identity primary key,
    ticket_id  bigint not null references ticket,
    state      text not null check (state in ('ASKED', 'BLOWN', 'REFUSED', 'GATHERED')),
    asked_by   text not null,
    asked_at   timestamptz not null,
    reason     text not null,
    decided_by text,
    decided_at timestamptz,
    refusal    text
);
create unique index whistle_open on whistle (ticket_id) where state in ('ASKED', 'BLOWN');
create index whistle_ticket on whistle (ticket_id, id);

create table subtask (
    id            bigint generated always as identity primary key,
    whistle_id    bigint not null references whistle,
    ticket_id     bigint not null references ticket,
    unit_id       bigint not null references unit,
    task          text not null,
    arrive_by     timestamptz not null,
    answer_by     timestamptz not null,
    state         text not null default 'WAIT_ARRIVE'
                  check (state in ('WAIT_ARRIVE', 'ARRIVED', 'ANSWERED', 'SCORED', 'RETURNED', 'RELEASED')),
    arrived_at    timestamptz,
    answered_at   timestamptz,
    answer        text,
    return_reason text,                      -- once; then the leader decides
    score         int check (score between 1 and 5),
    scored_by     text,
    check (arrive_by < answer_by)
);
create index subtask_whistle on subtask (whistle_id, id);
create index subtask_ticket on subtask (ticket_id, id);
create index subtask_unit on subtask (unit_id, id desc);
