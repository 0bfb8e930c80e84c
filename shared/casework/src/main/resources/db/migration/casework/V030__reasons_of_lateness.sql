-- Where lateness is a breach only without just reason, the obligor states its reason (Decree 809 art. 39 (4)).

alter table case_clock add column reasons jsonb;
comment on column case_clock.reasons is 'What the obligor has stated as its reasons for being late, each with agency and moment; the last one counts, the earlier ones stay on record.';
