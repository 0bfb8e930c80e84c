-- Indexes for what is read over and over: messages to purge, how far a recount has got, and pages of lists from the newest.

create index outbox_sent on outbox (sent_at) where sent_at is not null;
create index due_journal_calendar on due_journal (calendar);
create index case_file_opened on case_file (opened_at desc, id);
create index clock_rung_addressed on clock_rung using gin (addressees jsonb_path_ops) where fired_at is not null;
create index data_grant_newest on data_grant (grantee, opened_at desc, id) where closed_at is null;
