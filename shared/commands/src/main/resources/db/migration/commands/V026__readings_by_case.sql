-- Who read a case: entries in the reader's own chain name it. Those from before name it in their details.

comment on column audit_entry.case_id is 'The case in whose chain an entry stands, or which an entry in another chain is about, as a reading is.';
create index audit_entry_about on audit_entry ((details ->> 'case')) where case_id is null and details ->> 'case' is not null;
