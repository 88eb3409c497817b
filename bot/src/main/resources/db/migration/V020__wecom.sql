-- Package wecom.callback: what WeCom told us, as it came, committed before it was answered. Machine time throughout.
create table wecom_event (
    id           bigint generated always as identity primary key,
    digest       text not null unique,       -- SHA-256 of signature and nonce: the same signed body, once
    kind         text not null,
    change       text,
    chat_id      text,
    body         text not null,
    received_at  timestamptz not null default now(),
    state        text not null default 'WAITING' check (state in ('WAITING', 'DONE', 'QUARANTINED')),
    failures     int not null default 0,
    failure      text,
    not_before   timestamptz not null default now(),
    leased_by    text,
    leased_until timestamptz,
    done_at      timestamptz
);
create index wecom_event_waiting on wecom_event (id) where state = 'WAITING';
create index wecom_event_quarantined on wecom_event (id) where state = 'QUARANTINED';
create index wecom_event_done on wecom_event (done_at) where state = 'DONE';

-- Package wecom.archive: how far the archive has been read; moves in the transaction that stores what was read.
create table archive_cursor (
    source       text primary key,
    seq          bigint not null default 0,
    leased_by    text,
    leased_until timestamptz,                -- machine time; one process pulls
    pulled_at    timestamptz,                -- machine time of the last pull that was answered
    behind       boolean not null default false -- whether that pull came back full, so more waits
);

-- Items that could not be opened or understood, still sealed as they came: the others went on without them.
create table archive_quarantine (
    source         text not null,
    seq            bigint not null,
    msg_id         text not null,
    key_version    int not null,
    sealed_key     text not null,
    sealed_message text not null,
    stage          text not null check (stage in ('UNWRAP', 'DECRYPT', 'TRANSLATE', 'STORE')),
    cause          text not null,
    at             timestamptz not null default now(),
    released_at    timestamptz,              -- read after all
    primary key (source, seq)
);
create index archive_quarantine_open on archive_quarantine (source, seq) where released_at is null;
