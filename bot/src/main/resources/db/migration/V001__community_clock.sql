-- How the community's time differs from the machine's. One row; all zero in production.
create table community_clock (
    id            boolean primary key default true check (id),
    offset_millis bigint not null default 0,
    held_at       timestamptz
);
insert into community_clock default values;
