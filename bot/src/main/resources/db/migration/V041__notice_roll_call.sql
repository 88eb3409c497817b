-- Package notice: the roll-call of groups that do not have a notice yet, and who forwards in an owner's stead.
alter table notice add column roll_call_at timestamptz; -- when its author is to hear of them; null before sending and once told
create index notice_roll_call on notice (roll_call_at) where roll_call_at is not null;
alter table notice_delivery add column handed_to text;  -- userid of the backup owner who forwards it instead of the owner

-- Package staff: to be called when a notice waits for somebody.
alter table staff add column phone text;
