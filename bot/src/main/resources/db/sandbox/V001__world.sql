-- What WeCom would hold: another company's data, in a schema of its own.

create table sandbox.person (
    id   text primary key,                        -- userid of staff, wm… of a resident, wbLinli
    name text not null,
    kind text not null check (kind in ('STAFF', 'RESIDENT', 'ASSISTANT')),
    side text check (side in ('COMMUNITY', 'PROPERTY', 'UNIT'))    -- whom a staff member works for
);

create table sandbox.chat_group (
    id             text primary key,              -- wr…
    name           text not null,
    owner_id       text not null references sandbox.person,
    position       integer generated always as identity,
    member_version integer not null default 1,
    created_at     timestamptz not null,
    dismissed_at   timestamptz
);
create unique index chat_group_name on sandbox.chat_group (name) where dismissed_at is null;

create table sandbox.member (
    group_id  text not null references sandbox.chat_group,
    person_id text not null references sandbox.person,
    nickname  text not null,
    consented boolean not null,                   -- to the archive; staff always are in it
    joined_at timestamptz not null,
    left_at   timestamptz,
    primary key (group_id, person_id)
);
create unique index member_nickname on sandbox.member (group_id, nickname) where left_at is null;

-- One private key per version; a rotation adds one, none is ever thrown away.
create table sandbox.archive_key (
    version     integer primary key,
    private_key text not null,                    -- PEM, PKCS#8
    public_key  text not null,                    -- Base64, X.509
    created_at  timestamptz not null
);

-- seq is given out under a lock, in commit order: whoever reads up to a seq has missed nothing below it.
create table sandbox.message (
    seq         bigint primary key,
    msg_id      text not null unique,
    group_id    text not null references sandbox.chat_group,
    sender_id   text not null references sandbox.person,
    nickname    text not null,                    -- as it was then
    kind        text not null,
    body        bytea not null,                   -- UTF-8; bytes because a text may hold NUL
    quote       bytea,
    revokes     text references sandbox.message (msg_id),
    route       text check (route in ('AUTO', 'STAFF_TAP', 'OWNER_CONFIRM')),
    sent_at     timestamptz not null,             -- community time
    recalled_at timestamptz,
    archived    boolean not null,                 -- false where the speaker had not consented
    key_version integer not null references sandbox.archive_key,
    damage      text check (damage in ('KEY', 'BODY'))             -- a broken item, on demand
);
create index message_of_group on sandbox.message (group_id, seq);
create index message_archived on sandbox.message (seq) where archived;

create table sandbox.bot_line (
    key    text primary key,                      -- the caller's; the same key is the same line
    msg_id text not null references sandbox.message (msg_id)
);
