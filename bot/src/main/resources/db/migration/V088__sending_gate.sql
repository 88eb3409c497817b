-- Package outbox: whether lines go out, and by what a database that was restored from a backup is known again.
create table sending_gate (
    id          int primary key check (id = 1),
    closed      text check (closed in ('NOTICES', 'ALL')), -- null: open
    reason      text,
    closed_name text,                        -- null: the system itself
    closed_at   timestamptz,                 -- community time
    cluster     text,                        -- PostgreSQL's own id and time line, as last seen
    alive_at    timestamptz                  -- machine time of the database, renewed every minute
);
insert into sending_gate (id) values (1);

-- Written before a backup was taken and waiting when it was restored: it may have gone out in between.
alter table outbox_message add column doubtful boolean not null default false;
