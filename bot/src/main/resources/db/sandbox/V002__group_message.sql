-- 企业群发: a task per owner, sent when the owner confirms.

create table sandbox.group_task (
    id           text primary key,                -- msgid
    sender_id    text not null references sandbox.person,
    body         bytea not null,
    attachments  text not null,                   -- JSON, as given
    created_at   timestamptz not null,            -- community time, as are the others
    confirmed_at timestamptz,
    cancelled_at timestamptz
);
create index group_task_waiting on sandbox.group_task (sender_id) where confirmed_at is null and cancelled_at is null;

create table sandbox.group_task_target (
    task_id  text not null references sandbox.group_task,
    group_id text not null references sandbox.chat_group,
    position integer not null,
    status   integer not null default 0,          -- 0 unsent, 1 sent, 2 not a friend (not in the group), 3 over the month's limit
    sent_at  timestamptz,
    msg_id   text references sandbox.message (msg_id),
    primary key (task_id, group_id)
);
create index group_task_target_month on sandbox.group_task_target (group_id, sent_at) where status = 1;

create table sandbox.group_task_remind (
    task_id     text not null references sandbox.group_task,
    reminded_at timestamptz not null
);

-- Cards to staff, by the app or by a group robot.
create table sandbox.app_message (
    id       bigint generated always as identity primary key,
    msg_id   text not null,
    reader   text not null,                       -- userid, or webhook:key
    kind     text not null,
    title    text not null,
    body     text not null,
    url      text,
    digest   text,                                -- set when the caller asked WeCom to drop repetitions
    sent_at  timestamptz not null,                -- community time
    taken_at timestamptz not null                 -- machine time
);
create index app_message_reader on sandbox.app_message (reader, id);
