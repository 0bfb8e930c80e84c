-- The trail proves itself: what signed roots cover; and what has been kept long enough is erased.

alter table audit_entry add column txid xid8 not null default pg_current_xact_id();
comment on column audit_entry.txid is 'Who wrote it, so that a root finds the chains that changed since the one before; no part of the entry and of no weight in a check.';
create index audit_entry_txid on audit_entry (txid);
create index audit_entry_at on audit_entry (at, chain, seq);

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

-- An answer that was erased leaves its id and digest behind, so that the command is not done twice.
alter table inbox add column erased_at timestamptz;
comment on column inbox.sender is 'A keyed hash of who sent it.';
create index inbox_received on inbox (received_at) where erased_at is null;
-- Senders stood here in clear. Their keyed hash cannot be made here, so ids of commands from before are free again.
update inbox set sender = encode(sha256(convert_to(gen_random_uuid()::text, 'UTF8')), 'hex');

alter table case_file add column erased_at timestamptz;
comment on column case_file.erased_at is 'When the free text of a closed case was erased.';
create index case_file_closed on case_file (opened_at) where closed and erased_at is null;
create index record_change_at on record_change using brin (at) with (pages_per_range = 32);
create index delivery_attempt_at on delivery_attempt using brin (at) with (pages_per_range = 32);

grant select, insert on trail_root_head to govshare_app;
grant update (purpose, scope) on data_grant to govshare_app;
grant delete on record_change, delivery_attempt to govshare_app;
