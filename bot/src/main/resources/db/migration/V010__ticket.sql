-- Package ticket: what residents want done, who said so, and everything that happened to it.
-- Numbers of a day, by the community's date, count from where the sequence stood when the day began. A sequence is never
-- waited for: two groups that open tickets at once do not take turns. A number that was not used after all leaves a gap.
create sequence ticket_number;
create table ticket_day (
    day  date primary key,
    base bigint not null
);

create table ticket (
    id             bigint generated always as identity primary key,
    no             text not null unique,     -- 260714-031
    source         text not null check (source in ('GROUP', 'AT_BOT', 'REPORT', 'COUNTER', 'PATROL', 'IMPORT')),
    kind           text not null,
    category       text not null,
    thing          text not null,
    matter         text not null,
    urgency        text not null check (urgency in ('P0', 'P1', 'P2', 'P3')),
    urgent         boolean not null,
    restricted     boolean not null,
    reply          text not null,            -- key of config/replies.yml
    status         text not null,
    area_id        bigint references area,
    grid_id        bigint references area,
    building       text,
    units          text[] not null default '{}',
    floor          text,
    spot           text,
    place_label    text not null,            -- building and units at most: what a group may hear
    chat_group_id  bigint references chat_group,
    owner_id       bigint references staff,
    unit_id        bigint references unit,
    voices         int not null default 0,   -- rows of ticket_voice
    voices_said    int not null default 0,   -- what the group last heard
    reopen_count   int not null default 0,
    respond_by     timestamptz,
    resolve_by     timestamptz,
    responded_at   timestamptz,
    resolved_at    timestamptz,
    paused_at      timestamptz,              -- the resolve clock stands still since
    expected       text,
    result         text,
    reject_code    text,
    merged_into    bigint references ticket,
    parent_id      bigint references ticket,
    previous_id    bigint references ticket, -- the closed ticket this one continues
    notice_id      bigint,
    version        int not null default 0,   -- of what staff change; a new voice does not count
    created_at     timestamptz not null,
    state_at       timestamptz not null,
    updated_at     timestamptz not null
);
create index ticket_group on ticket (chat_group_id, updated_at desc);
create index ticket_status on ticket (status, id desc);
create index ticket_grid on ticket (grid_id, id desc);
create index ticket_unit on ticket (unit_id, id desc);
create index ticket_merged on ticket (merged_into) where merged_into is not null;

create table ticket_voice (                  -- 附议: one per person
    id         bigint generated always as identity primary key,
    ticket_id  bigint not null references ticket,
    speaker    text not null,                -- the member's external id
    message_id bigint references inbox_message,
    reporter   boolean not null default false,
    at         timestamptz not null,
    unique (ticket_id, speaker)
);

create table ticket_message (                -- the lines it was made from
    ticket_id  bigint not null references ticket,
    message_id bigint not null references inbox_message,
    part       text not null,
    primary key (ticket_id, message_id)
);
create index ticket_message_line on ticket_message (message_id);

create table ticket_event (                  -- append-only
    id          bigint generated always as identity primary key,
    ticket_id   bigint not null references ticket,
    at          timestamptz not null,
    actor_ref   text not null,
    actor_name  text not null,
    actor_role  text not null,
    kind        text not null,               -- a TicketAction, or what the system noted
    from_status text,
    to_status   text,
    note        text,
    line_id     bigint references outbox_message
);
create index ticket_event_ticket on ticket_event (ticket_id, id);

create table announcement (                  -- what a group is still to hear about a ticket
    id         bigint generated always as identity primary key,
    ticket_id  bigint not null references ticket,
    chat_id    text not null,
    reasons    text[] not null,
    message_id bigint,                       -- two troubles of one message are told in one line
    event_id   bigint not null,              -- of the first reason; part of the line's key
    due_at     timestamptz not null,         -- community time
    solicited  boolean not null default false, -- the assistant was addressed: an answer, outside the budget
    over_budget boolean not null default false, -- waits for the evening
    line_id    bigint references outbox_message,
    told_at    timestamptz,
    dropped_at timestamptz                   -- overtaken: nothing was left to say
);
create unique index announcement_open on announcement (ticket_id) where told_at is null and dropped_at is null;
create index announcement_due on announcement (due_at) where told_at is null and dropped_at is null;
create index announcement_told on announcement (chat_id, told_at) where told_at is not null;

create table night_ladder (                  -- 夜间阶梯: who is called next until a person taps
    ticket_id bigint primary key references ticket,
    step      int not null,                  -- the step to come: 1 to 3; 4 when everybody was called
    due_at    timestamptz,
    stopped_at timestamptz
);
create index night_ladder_due on night_ladder (due_at) where stopped_at is null and due_at is not null;
