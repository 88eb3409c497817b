-- Package notice: how many 群发 a group may still get this month, and the groups whose author chose to forward by hand.
alter table notice add column by_hand jsonb not null default '{}'; -- chat group id -> FORWARD or SIDEBAR
alter table notice add column corrects bigint references notice;   -- the notice it puts right; null for most

-- What the platform says of a group's month; what we sent ourselves is counted from the outbox.
create table notice_quota (
    chat_group_id bigint not null,
    month         date not null,              -- its first day
    received      int not null default 0,     -- messages the platform lists for the month, whoever made their task
    spent         boolean not null default false, -- it refused one: nothing is left, whatever we count
    read_at       timestamptz not null,
    primary key (chat_group_id, month)
);
