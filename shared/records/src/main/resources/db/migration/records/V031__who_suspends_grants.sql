-- A grant may be suspended by several cases at once; it is resumed when the last of them resumes it. Consent to wider use
-- may add items.

alter table data_grant add column suspended_by uuid[];
comment on column data_grant.suspended_by is 'The cases that have suspended it and not resumed it: the one that opened it, or those about it; null when none has.';
update data_grant set suspended_by = array[case_id] where suspended_at is not null;

grant update (fields, suspended_by) on data_grant to govshare_app;

create index data_grant_dataset on data_grant (dataset_id, opened_at desc, id) where closed_at is null;
