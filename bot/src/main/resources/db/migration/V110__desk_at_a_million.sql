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

-- The next thing to be kept; none when it is over, a guess, or its clock stands still. A column of its own, because the
-- planner knows how many values of a column lie in the past, and guesses when it is an expression.
alter table ticket add column due_at timestamptz generated always as (
    case when status = 'OPEN' then respond_by
         when status in ('ACCEPTED', 'IN_PROGRESS', 'NEED_INFO', 'WHISTLED', 'HANDED_OFF') and paused_at is null then resolve_by end
) stored;
create index ticket_due on ticket (due_at) where due_at is not null;
create index ticket_due_grid on ticket (grid_id, due_at) where due_at is not null;
create index ticket_due_unit on ticket (unit_id, due_at) where due_at is not null;

create index ticket_owner on ticket (owner_id, id);
create index ticket_category on ticket (category, id);
create index ticket_building on ticket (building, id);

-- A search begins with the newest lines that are kept.
create index inbox_message_kept on inbox_message (id) where kept;

-- A fifth of a million dead rows is too late: what is open is what changes, and a count wants to trust the index.
alter table ticket set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
