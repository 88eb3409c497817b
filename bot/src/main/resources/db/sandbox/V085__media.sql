-- Temporary media: uploaded by the app, good for three days.
create table sandbox.media (
    id         text primary key,                  -- media_id
    type       text not null check (type in ('image', 'voice', 'video', 'file')),
    name       text not null,
    content    bytea not null,
    created_at timestamptz not null               -- community time
);
alter table sandbox.message add column media_id text references sandbox.media;
alter table sandbox.message add column url text;  -- where a link leads
alter table sandbox.message add column description text;
