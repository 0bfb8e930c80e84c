-- Organs act about what they found in a case too, where no late clock shows the breach; withdrawn proposals are told.

alter table case_file add column about_case uuid references case_file (id),
    add check (about_case is null or about_clock is null);
comment on column case_file.about_case is 'The case in which an organ found a breach that no clock measures; the agency is the provider.';
create index case_file_about_case on case_file (about_case) where about_case is not null;

alter table notice drop constraint notice_kind_check,
    add constraint notice_kind_check check (kind in ('reminder', 'proposal', 'order', 'circular', 'withdrawal'));
