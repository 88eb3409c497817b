-- Package outbox: a batch is looked for only among what waits, and begins with its first line.
drop index outbox_message_batch;
create index outbox_message_batch on outbox_message (batch, id) where state = 'WAITING';
