-- The audit trail.

create table audit_entry (
    chain    text        not null,
    seq      bigint      not null,
    case_id  uuid,
    at       timestamptz not null,
    agency   text        not null,
    person   text        not null,
    action   text        not null,
    details  jsonb       not null,
    previous char(64)    not null,
    hash     char(64)    not null,
    primary key (chain, seq)
);
comment on table audit_entry is 'The trail: chained per case, or per agency and day. person is a keyed hash, never a name.';
create index audit_entry_case on audit_entry (case_id, seq);

grant select, insert on audit_entry to govshare_app;
