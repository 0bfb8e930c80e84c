-- The free text of closed cases is erased at the end of its period.

alter table case_file add column erased_at timestamptz;
comment on column case_file.erased_at is 'When the free text of a closed case was erased.';
create index case_file_closed on case_file (opened_at) where closed and erased_at is null;
