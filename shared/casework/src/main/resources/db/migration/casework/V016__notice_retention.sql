-- Notices are erased at the end of their period.

create index notice_given on notice using brin (given_at) with (pages_per_range = 32);
grant delete on notice to govshare_app;
