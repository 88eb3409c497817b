-- Package notice: what the community tells its groups, and how far each group has it.
create table notice (
    id               bigint generated always as identity primary key,
    form_key         text unique,             -- of the form it was first saved from: saving twice makes one notice
    template         text not null,
    topic            text not null,
    field_values     jsonb not null,
    audience_kind    text not null check (audience_kind in ('BUILDINGS', 'GRIDS', 'EVERYTHING')),
    audience_areas   bigint[] not null default '{}',
    grid_groups      boolean not null default false,
    send_at          timestamptz,             -- the author's wish; null: as soon as it is approved
    emergency_reason text,                    -- not null: 紧急发布, quiet hours do not move it
    status           text not null check (status in ('DRAFT', 'IN_REVIEW', 'RETURNED', 'APPROVED', 'SCHEDULED', 'HOLD',
                         'SENDING', 'SENT', 'PARTIAL', 'MISSED', 'CANCELLED', 'CORRECTED', 'EXPIRED')),
    due_at           timestamptz,             -- community time at which it goes out, while SCHEDULED, HOLD or MISSED
    version          int not null default 0,  -- of its text; 0: never submitted
    revision         int not null default 0,  -- of this row, for people who change it at the same time
    effect           text,                    -- the trouble it explains: WATER, POWER, GAS, LIFT
    active_from      timestamptz,
    active_to        timestamptz,
    author           text not null,
    author_name      text not null,
    approver         text,
    approver_name    text,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    sent_at          timestamptz              -- when its lines were written
);
create index notice_due on notice (due_at) where status in ('SCHEDULED', 'HOLD');
create index notice_status on notice (status, id desc);
create index notice_active on notice (effect, active_from, active_to) where effect is not null;

-- The words as they were submitted; what was approved is what goes out.
create table notice_version (
    notice_id     bigint not null references notice,
    version       int not null,
    text          text not null,
    text_hash     text not null,
    audience      text not null,              -- as people say it: 12、13、15栋
    groups        bigint[] not null,          -- chat groups the audience meant when it was submitted
    people        int not null,
    groups_added  bigint[] not null default '{}', -- what had changed by the time of sending
    groups_gone   bigint[] not null default '{}',
    created_at    timestamptz not null,
    primary key (notice_id, version)
);

-- Append-only.
create table notice_event (
    id          bigint generated always as identity primary key,
    notice_id   bigint not null references notice,
    at          timestamptz not null,
    actor       text not null,
    actor_name  text not null,
    action      text not null,
    from_status text not null,
    to_status   text not null,
    note        text
);
create index notice_event_notice on notice_event (notice_id, id);

-- One row per version and group, and so one line per group.
create table notice_delivery (
    id            bigint generated always as identity primary key,
    notice_id     bigint not null references notice,
    version       int not null,
    chat_group_id bigint not null,
    area_id       bigint,
    grid_id       bigint,
    owner         text,
    line_key      text not null unique,       -- its key in the outbox
    status        text not null check (status in ('QUEUED', 'TASK_CREATED', 'WAIT_OWNER', 'WAIT_MANUAL', 'SENT', 'FAILED',
                      'UNKNOWN', 'MANUAL', 'CANCELLED')),
    reason        text,
    vendor_ref    text,
    moved_at      timestamptz not null,
    sent_at       timestamptz,
    done_by       text,                       -- the owner who confirmed, or who forwarded it by hand
    proof         text,
    unique (notice_id, version, chat_group_id)
);
create index notice_delivery_task on notice_delivery (vendor_ref) where vendor_ref is not null;
create index notice_delivery_created on notice_delivery (moved_at) where status = 'TASK_CREATED';
create index notice_delivery_area on notice_delivery (area_id);

create table notice_reminder (
    id         bigint generated always as identity primary key,
    vendor_ref text not null,
    at         timestamptz not null,
    actor      text not null
);
create index notice_reminder_ref on notice_reminder (vendor_ref, at);
