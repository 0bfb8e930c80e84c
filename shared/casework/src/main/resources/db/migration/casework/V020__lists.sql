-- Indexes for what is read over and over: how far a recount has got, and pages of cases from the newest.

create index due_journal_calendar on due_journal (calendar);
create index case_file_opened on case_file (opened_at desc, id);
create index clock_rung_addressed on clock_rung using gin (addressees jsonb_path_ops) where fired_at is not null;
