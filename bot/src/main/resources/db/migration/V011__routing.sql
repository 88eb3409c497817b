-- Package routing: 权责清单, who answers for what, and how fast.
create table responsibility (
    id              bigint generated always as identity primary key,
    category        text not null,
    area_id         bigint references area,  -- a grid or a building; null: the whole community
    unit_id         bigint references unit,
    urgency         text check (urgency in ('P0', 'P1', 'P2', 'P3')), -- at least this urgent; null: as read
    respond_minutes int check (respond_minutes > 0), -- null: by urgency
    resolve_minutes int check (resolve_minutes > 0), -- null: by urgency
    calendar        text not null default 'WORK' check (calendar in ('WORK', 'ALWAYS')), -- how the two count
    legal_note      text,
    unique nulls not distinct (category, area_id)
);

create table response_clock (                -- defaults by urgency; local hotlines differ, so nothing is in code
    urgency             text primary key check (urgency in ('P0', 'P1', 'P2', 'P3')),
    respond_minutes     int not null,
    respond_off_minutes int,                 -- outside work time, by the clock; null: work time is awaited
    respond_calendar    text not null check (respond_calendar in ('WORK', 'ALWAYS')),
    resolve_minutes     int,                 -- null: nothing to resolve
    resolve_calendar    text not null check (resolve_calendar in ('WORK', 'ALWAYS'))
);
-- A work day has 7 hours.
insert into response_clock (urgency, respond_minutes, respond_off_minutes, respond_calendar, resolve_minutes, resolve_calendar)
values ('P0', 3, null, 'ALWAYS', 1440, 'ALWAYS'),
       ('P1', 30, 120, 'ALWAYS', 1440, 'ALWAYS'),
       ('P2', 240, null, 'WORK', 1260, 'WORK'),
       ('P3', 420, null, 'WORK', null, 'WORK');
