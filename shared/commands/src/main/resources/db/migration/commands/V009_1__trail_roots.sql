-- What signed roots cover.

create table trail_root_head (
    root  bigint   not null,
    chain text     not null,
    seq   bigint   not null,
    hash  char(64) not null,
    primary key (chain, seq)
);
comment on table trail_root_head is 'The last entry of each chain that changed since the root before; the root itself, which signs them, stands outside the database.';
-- The order in which a root's digest is taken, whatever the database's locale.
create unique index trail_root_head_root on trail_root_head (root, chain collate "C");

grant select, insert on trail_root_head to govshare_app;
