-- Package staff: who works here, what they may see, and how they log in.
create table unit (                          -- 承办单位
    id    bigint generated always as identity primary key,
    code  text not null unique,
    name  text not null,
    phone text
);

create table staff (
    id       bigint generated always as identity primary key,
    userid   text not null unique,           -- WeCom's userid, also the login name
    name     text not null,
    nickname text,                           -- as colleagues say it: 小陈
    roles    text[] not null,
    grid_id  bigint references area,
    unit_id  bigint references unit,
    active   boolean not null default true
);

create table staff_login (
    staff_id      bigint primary key references staff,
    password_hash text,
    must_change   boolean not null default true,
    failures      int not null default 0,
    locked_until  timestamptz,
    changed_at    timestamptz not null
);

create table duty_roster (                   -- 值班: who is called on a day, step by step
    id        bigint generated always as identity primary key,
    weekday   int check (weekday between 1 and 7),   -- null: every day
    step      int not null check (step between 0 and 3),
    grid_id   bigint references area,        -- step 0 is per grid
    staff_id  bigint not null references staff
);

-- Package audit: append-only.
create table audit_entry (
    id     bigint generated always as identity primary key,
    at     timestamptz not null,
    actor  text not null,
    action text not null,                    -- key of texts.properties: audit.<action>
    target text not null,
    detail text
);
create index audit_entry_at on audit_entry (at desc);
