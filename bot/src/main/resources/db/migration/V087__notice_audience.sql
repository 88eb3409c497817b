-- Package notice: selections that are used again, groups that asked for a topic, places left out, and trial sends.
alter table notice drop constraint notice_audience_kind_check;
alter table notice add constraint notice_audience_kind_check
    check (audience_kind in ('BUILDINGS', 'GRIDS', 'EVERYTHING', 'SAVED', 'SUBSCRIBED'));
alter table notice add column audience_except bigint[] not null default '{}'; -- buildings or grids left out

-- What it means is looked up whenever a notice is shown or sent; a notice that names one follows its changes.
create table notice_selection (
    id              bigint generated always as identity primary key,
    name            text not null,
    audience_kind   text not null check (audience_kind in ('BUILDINGS', 'GRIDS', 'EVERYTHING')),
    audience_areas  bigint[] not null default '{}',
    grid_groups     boolean not null default false,
    audience_except bigint[] not null default '{}',
    made_by         text not null,
    made_name       text not null,
    made_at         timestamptz not null,
    removed_at      timestamptz
);
create unique index notice_selection_name on notice_selection (name) where removed_at is null;

create table notice_subscription (
    chat_group_id bigint not null references chat_group on delete cascade,
    topic         text not null,
    added_by      text not null,
    added_at      timestamptz not null,
    primary key (topic, chat_group_id)
);

create table notice_trial (
    id            bigint generated always as identity primary key,
    notice_id     bigint not null references notice,
    chat_group_id bigint not null,
    line_id       bigint not null,           -- in the outbox, which knows how far it is
    at            timestamptz not null,
    actor         text not null,
    actor_name    text not null
);
create index notice_trial_notice on notice_trial (notice_id, id desc);
