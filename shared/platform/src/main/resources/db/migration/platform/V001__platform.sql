-- The demo's movable clock.

create table business_time (
    only_row      boolean primary key default true check (only_row),
    offset_millis bigint  not null
);
comment on table business_time is 'Shift of the law''s clock against wall time; read only by a process started with govshare.movable-clock=true.';

grant select on business_time to govshare_app;
