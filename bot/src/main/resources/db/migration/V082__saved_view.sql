-- Package view: lists a person comes back to, by name.
create table saved_view (
    id       bigint generated always as identity primary key,
    staff_id bigint not null references staff,
    name     text not null,
    address  text not null,
    unique (staff_id, name)
);
