-- When a group next hears the welcome with the privacy notice, and when it last did.
create table group_welcome (
    chat_group_id bigint primary key references chat_group (id) on delete cascade,
    due_at timestamptz,
    said_at timestamptz
);
