-- Package workbench: what people found when they looked at sampled tickets. One word per ticket; the last one counts.
create table reading_mark (
    ticket_id bigint primary key references ticket,
    correct   boolean not null,
    marked_by text not null,
    marked_at timestamptz not null
);
