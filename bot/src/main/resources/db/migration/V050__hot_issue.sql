-- 片区热点: one trouble in several groups is one parent ticket; ticket.parent_id leads to it.
alter table ticket drop constraint ticket_source_check;
alter table ticket add constraint ticket_source_check
    check (source in ('GROUP', 'AT_BOT', 'REPORT', 'COUNTER', 'PATROL', 'IMPORT', 'HOT_ISSUE'));
alter table ticket add column crowd_at timestamptz; -- when the grid was told that many people of one group wait for it
create index ticket_parent on ticket (parent_id) where parent_id is not null;
create index ticket_hot on ticket (category, thing, created_at) where source = 'HOT_ISSUE';
