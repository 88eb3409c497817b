-- Package referral: a ticket that was handed off (上报) to a hotline, the district platform or a department.
create table referral (
    id          bigint generated always as identity primary key,
    ticket_id   bigint not null references ticket,
    target      text not null check (target in ('HOTLINE_12345', 'PLATFORM_141', 'STREET', 'DEPARTMENT')),
    department  text,
    external_no text,                        -- null: 待回填
    follow_up   date not null,               -- when somebody asks how far it is
    by          text not null,
    at          timestamptz not null,
    closed_at   timestamptz                  -- the ticket came back or was solved
);
create unique index referral_open on referral (ticket_id) where closed_at is null;
create index referral_ticket on referral (ticket_id, id);
create index referral_follow_up on referral (follow_up) where closed_at is null;
