-- Package notice: what a notice explained instead of a ticket, and the review that follows an urgent publication.
create table notice_deflection (
    message_id    bigint primary key,         -- the line it answered
    notice_id     bigint not null references notice,
    chat_group_id bigint not null,
    at            timestamptz not null,
    phase         text not null,
    said          boolean not null            -- false: the group had heard it within the hour
);
create index notice_deflection_group on notice_deflection (notice_id, chat_group_id, at);
create index notice_corrects on notice (corrects) where corrects is not null;

create table notice_review (
    notice_id     bigint primary key references notice,
    publisher     text not null,
    due_at        timestamptz not null,       -- community time: the next working morning
    told_at       timestamptz,                -- when reviewers were told
    reviewer      text,
    reviewer_name text,
    proper        boolean,                    -- whether urgency was justified
    note          text,
    reviewed_at   timestamptz
);
create index notice_review_open on notice_review (due_at) where reviewed_at is null;
