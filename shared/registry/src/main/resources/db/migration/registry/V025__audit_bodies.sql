-- Who audits data sharing in a region, beside its authority and its government.

alter table agency add column audit_body boolean not null default false
    check (not audit_body or kind = 'agency');
comment on column agency.audit_body is '审计机关: its auditors see the cases and the trail of its region and below.';
