-- Package ticket: the next thing to be kept; none when it is over, a guess, or its clock stands still. A column of its own,
-- because the planner knows how many values of a column lie in the past, and guesses when it is an expression.
drop index ticket_due;
drop index ticket_due_grid;
drop index ticket_due_unit;

alter table ticket add column due_at timestamptz generated always as (
    case when status = 'OPEN' then respond_by
         when status in ('ACCEPTED', 'IN_PROGRESS', 'NEED_INFO', 'WHISTLED', 'HANDED_OFF') and paused_at is null then resolve_by end
) stored;
create index ticket_due on ticket (due_at) where due_at is not null;
create index ticket_due_grid on ticket (grid_id, due_at) where due_at is not null;
create index ticket_due_unit on ticket (unit_id, due_at) where due_at is not null;
