-- Package ticket: the desk among a million tickets. What is open is a hundredth of them and has indexes of its own, each with
-- the status, so that a count reads the index alone; what is over is reached through who, what and where.
create index ticket_open on ticket (id) include (status)
    where status in ('OPEN', 'ACCEPTED', 'IN_PROGRESS', 'NEED_INFO', 'WHISTLED', 'HANDED_OFF');
create index ticket_open_grid on ticket (grid_id, id) include (status)
    where status in ('OPEN', 'ACCEPTED', 'IN_PROGRESS', 'NEED_INFO', 'WHISTLED', 'HANDED_OFF');
create index ticket_open_unit on ticket (unit_id, id) include (status)
    where status in ('OPEN', 'ACCEPTED', 'IN_PROGRESS', 'NEED_INFO', 'WHISTLED', 'HANDED_OFF');
create index ticket_open_owner on ticket (owner_id, id)
    where status in ('OPEN', 'ACCEPTED', 'IN_PROGRESS', 'NEED_INFO', 'WHISTLED', 'HANDED_OFF');
create index ticket_emergency on ticket (id)
    where urgency = 'P0' and status in ('OPEN', 'ACCEPTED', 'IN_PROGRESS', 'NEED_INFO', 'WHISTLED', 'HANDED_OFF');

-- By the next thing to be kept, as "due" of TicketListMapper.xml says it.
create index ticket_due on ticket
    ((case when status = 'OPEN' then respond_by when paused_at is null then resolve_by end))
    where status in ('OPEN', 'ACCEPTED', 'IN_PROGRESS', 'NEED_INFO', 'WHISTLED', 'HANDED_OFF');
create index ticket_due_grid on ticket
    (grid_id, (case when status = 'OPEN' then respond_by when paused_at is null then resolve_by end))
    where status in ('OPEN', 'ACCEPTED', 'IN_PROGRESS', 'NEED_INFO', 'WHISTLED', 'HANDED_OFF');
create index ticket_due_unit on ticket
    (unit_id, (case when status = 'OPEN' then respond_by when paused_at is null then resolve_by end))
    where status in ('OPEN', 'ACCEPTED', 'IN_PROGRESS', 'NEED_INFO', 'WHISTLED', 'HANDED_OFF');

create index ticket_owner on ticket (owner_id, id);
create index ticket_category on ticket (category, id);
create index ticket_building on ticket (building, id);

-- A search begins with the newest lines that are kept.
create index inbox_message_kept on inbox_message (id) where kept;

-- A fifth of a million dead rows is too late: what is open is what changes, and a count wants to trust the index.
alter table ticket set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
