-- Package community: areas form one tree; each chat group is bound to one of them.
create table area (
    id         bigint generated always as identity primary key,
    code       text not null unique,
    kind       text not null check (kind in ('COMMUNITY', 'GRID', 'BUILDING', 'ENTRANCE')),
    name       text not null,
    number     text,                         -- 12 of 12栋, 2 of 第2网格: what people say
    aliases    text[] not null default '{}',
    parent_id  bigint references area,
    households int not null default 0
);
create index area_parent on area (parent_id);

create table chat_group (
    id               bigint generated always as identity primary key,
    external_chat_id text unique,            -- null: announced by the import, not yet seen at WeCom
    name             text not null,
    kind             text not null check (kind in ('BUILDING', 'GRID', 'STAFF', 'TEST', 'UNKNOWN')),
    status           text not null check (status in ('ANNOUNCED', 'BOUND', 'UNBOUND', 'DISMISSED')),
    area_id          bigint references area,
    grid_id          bigint references area,
    owner_userid     text,
    backup_userid    text,
    member_count     int not null default 0,
    last_heard_at    timestamptz,
    reminded_at      timestamptz             -- when the group was last asked not to post personal data
);
create index chat_group_name on chat_group (name);
create index chat_group_grid on chat_group (grid_id);

create table member (
    id              bigint generated always as identity primary key,
    chat_group_id   bigint not null references chat_group,
    external_id     text not null,
    nickname        text not null default '',
    internal        boolean not null default false,
    archive_consent boolean not null default true,
    opted_out       boolean not null default false,
    first_seen_at   timestamptz not null,
    left_at         timestamptz,
    unique (chat_group_id, external_id)
);

-- Package settings: what was changed since installation.
create table setting (
    key   text primary key,
    value text not null
);
