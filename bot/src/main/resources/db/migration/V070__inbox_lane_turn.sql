-- When the group was last left: who waited longest is handled next.
alter table inbox_lane add column left_at timestamptz;
