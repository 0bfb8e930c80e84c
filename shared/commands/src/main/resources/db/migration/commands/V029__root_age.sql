-- When the last root was signed, so that a gauge shows its age where the roots' file cannot be read.

alter table trail_root_head add column signed_at timestamptz;
comment on column trail_root_head.signed_at is 'When the heads of the root were collected to be signed, in wall time; null for roots from before this column, and of no weight in a check.';
