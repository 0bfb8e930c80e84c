-- Changes that all have taken, and the free text of grants, are erased at the end of their periods.

create index record_change_at on record_change using brin (at) with (pages_per_range = 32);

grant update (purpose, scope) on data_grant to govshare_app;
grant delete on record_change to govshare_app;
