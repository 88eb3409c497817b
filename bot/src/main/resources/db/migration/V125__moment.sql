-- The moment of the group's talk that a line belongs to: the speech budget is counted by it, so that a machine that lags
-- says what a quick one would have said.
alter table outbox_message add column moment timestamptz;
update outbox_message set moment = not_before;
alter table outbox_message alter column moment set not null;

-- What a group is still to hear before its next line is handled.
create index announcement_chat on announcement (chat_id, due_at) where told_at is null and dropped_at is null;
