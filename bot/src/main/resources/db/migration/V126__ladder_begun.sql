-- A ticket may become an emergency long after it was opened: its calls count from then.
alter table night_ladder add column begun_at timestamptz;
update night_ladder l set begun_at = t.created_at from ticket t where t.id = l.ticket_id;
alter table night_ladder alter column begun_at set not null;
