-- Package worktime: when the community works. Times are Asia/Shanghai.
create table work_span (                     -- several a day
    weekday int not null check (weekday between 1 and 7),
    starts  time not null,
    ends    time not null,
    primary key (weekday, starts),
    check (starts < ends)
);
insert into work_span (weekday, starts, ends)
select weekday, starts, ends
  from generate_series(1, 5) weekday,
       (values (time '09:00', time '12:00'), (time '14:00', time '18:00')) span (starts, ends);

create table calendar_day (                  -- days that differ from their weekday
    day    date primary key,
    works  boolean not null,                 -- false: 放假; true: 调休上班, with the hours of a Monday
    reason text not null
);
