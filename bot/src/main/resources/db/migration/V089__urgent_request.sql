-- Package notice: a clerk asks somebody who may to publish urgently (C17).
create table notice_urgent_request (
    id            bigint generated always as identity primary key,
    notice_id     bigint not null references notice,
    reason        text not null,
    asked_by      text not null,
    asked_name    text not null,
    asked_at      timestamptz not null,
    answered_name text,
    answered_at   timestamptz,
    granted       boolean,
    note          text                       -- why not
);
create unique index notice_urgent_request_open on notice_urgent_request (notice_id) where answered_at is null;
