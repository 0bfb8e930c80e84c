-- Under which key senders and people stand hashed: a process with another would not know a repeated command again.

create table trail_key (
    only_row    boolean primary key default true check (only_row),
    fingerprint text    not null
);
comment on table trail_key is 'The keyed hash of a fixed text, never the key; written by the first process that serves.';
grant select, insert on trail_key to govshare_app;
