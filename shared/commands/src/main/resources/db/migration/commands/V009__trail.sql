-- The trail proves itself: which entries a signed root covers; and answers kept long enough are erased.

alter table audit_entry add column txid xid8 not null default pg_current_xact_id();
comment on column audit_entry.txid is 'Who wrote it, so that a root finds the chains that changed since the one before; no part of the entry and of no weight in a check.';
create index audit_entry_txid on audit_entry (txid);
create index audit_entry_at on audit_entry (at, chain, seq);

-- An answer that was erased leaves its id and digest behind, so that the command is not done twice.
alter table inbox add column erased_at timestamptz;
comment on column inbox.sender is 'A keyed hash of who sent it.';
create index inbox_received on inbox (received_at) where erased_at is null;
-- Senders stood here in clear. Their keyed hash cannot be made here, so ids of commands from before are free again.
update inbox set sender = encode(sha256(convert_to(gen_random_uuid()::text, 'UTF8')), 'hex');
