-- Package attachment: what goes out beside a text. In the database, so that it is there for every node and in every backup.
create table attachment (
    id          bigint generated always as identity primary key,
    kind        text not null check (kind in ('IMAGE', 'FILE', 'LINK')),
    name        text not null,               -- a file's name, with the ending its content has; a link's title
    media_type  text,                        -- as its content says; null for a link
    size        int not null default 0,      -- bytes
    content     bytea,                       -- null for a link, and once it is forgotten
    url         text,
    description text,
    added_by    text not null,
    added_at    timestamptz not null,
    kept_at     timestamptz,                 -- when something that lasts last took it; null: only ever in a form
    media_id    text,                        -- WeCom's, while it lasts
    media_until timestamptz                  -- machine time
);
alter table attachment alter column content set storage external; -- pictures and documents are compressed already
create index attachment_content on attachment (coalesce(kept_at, added_at)) where content is not null or kept_at is null;

alter table notice add column attachments bigint[] not null default '{}';         -- in the order in which they are sent
alter table notice_version add column attachments bigint[] not null default '{}';
alter table outbox_message add column attachments bigint[] not null default '{}';
