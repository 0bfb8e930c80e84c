-- Attempts to deliver are erased at the end of their period.

create index delivery_attempt_at on delivery_attempt using brin (at) with (pages_per_range = 32);

grant delete on delivery_attempt to govshare_app;
