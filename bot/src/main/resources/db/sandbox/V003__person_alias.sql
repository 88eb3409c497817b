-- What colleagues call a staff member (小刘); residents may well have the same nickname.
alter table sandbox.person add column alias text;
