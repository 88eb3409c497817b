-- 语音 that came while nothing was going on: kept in mind for three minutes, for the line that may follow it.
create table held_recording (
    message_id bigint primary key,
    chat_group_id bigint not null,
    speaker text not null,
    said_at timestamptz not null
);
create index held_recording_said on held_recording (said_at);
