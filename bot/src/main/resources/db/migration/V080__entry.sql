-- Package entry: what staff wrote down at the counter or on a patrol. The words, a telephone number and photographs are sealed.
create table entry (
    ticket_id    bigint primary key references ticket,
    key          text not null unique,       -- the form's own: sent twice it is one ticket
    staff_id     bigint not null references staff,
    at           timestamptz not null,
    words_sealed bytea not null,
    words_masked text not null,
    phone_sealed bytea,
    phone_masked text
);
create index entry_search on entry using gin (bigrams(lower(words_masked)));

create table entry_photo (
    id        uuid primary key,
    ticket_id bigint not null references entry,
    at        timestamptz not null,
    image     bytea not null                 -- sealed; a JPEG without the camera's notes
);
create index entry_photo_ticket on entry_photo (ticket_id, at);
create index entry_photo_at on entry_photo (at);
