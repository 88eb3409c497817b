-- Package notice: notices that come every week. Each occurrence is a notice of its own, reviewed like any other.
create table notice_repeat (
    id         bigint generated always as identity primary key,
    notice_id  bigint not null references notice, -- whose words and audience it takes
    weekday    int not null check (weekday between 1 and 7),
    at         time not null,                 -- community time
    next_day   date not null,                 -- of the occurrence that is not written yet
    author     text not null,
    created_at timestamptz not null,
    stopped_at timestamptz
);
create index notice_repeat_next on notice_repeat (next_day) where stopped_at is null;
create unique index notice_repeat_once on notice_repeat (notice_id, weekday, at) where stopped_at is null;
