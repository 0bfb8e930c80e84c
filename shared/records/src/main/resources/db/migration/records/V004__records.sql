-- Dataset records, the feed of their changes, and the grants under which they are read.

create table record (
    dataset_id           text    not null,
    key                  text    not null check (key <> '' and length(key) <= 200),
    region_code          text    not null check (region_code ~ '^[1-9][0-9]{5}$'),
    city                 text    check (city ~ '^[1-9][0-9]{3}00$'),
    by_prefix            boolean not null,
    version              bigint  not null,
    payload              jsonb   not null,
    digest               text    not null,
    deleted              boolean not null default false,
    previous_region_code text,
    previous_city        text,
    primary key (dataset_id, key)
);
comment on table record is 'The present state of each record; a deleted one stays as a row without payload, so that its versions go on.';
comment on column record.city is 'The city in whose territory it lies by the region table; null when in none (a code of the whole province).';
comment on column record.by_prefix is 'The region table lacks the code, so the city was taken from its first four digits.';
comment on column record.previous_city is 'Where it lay before its last change; the statement that writes a change reads it back from here.';
create index record_territory on record (dataset_id, city, key) where not deleted;
create index record_by_prefix on record (dataset_id, city) where by_prefix and not deleted;

-- One spelling of a record's content for all who compare: jsonb has one text for equal values.
create function record_digest(region text, payload jsonb) returns text
    language sql immutable strict parallel safe
    return encode(sha256(convert_to(jsonb_build_array(region, payload)::text, 'UTF8')), 'hex');

-- A payload cut to the members that a reader may have; null means all.
create function record_fields(payload jsonb, fields text[]) returns jsonb
    language sql immutable parallel safe
    return case when fields is null then payload
        else (select coalesce(jsonb_object_agg(f, payload -> f), '{}') from unnest(fields) f where payload ? f) end;

create table record_change (
    seq                  bigint      generated always as identity,
    txid                 xid8        not null default pg_current_xact_id(),
    dataset_id           text        not null,
    key                  text        not null,
    version              bigint      not null,
    op                   text        not null check (op in ('upsert', 'delete')),
    region_code          text        not null,
    previous_region_code text,
    city                 text,
    previous_city        text,
    at                   timestamptz not null,
    primary key (dataset_id, txid, seq)
);
comment on table record_change is 'The feed: read only below pg_snapshot_xmin, where no writer is open any more, so that nothing that commits late is skipped.';
create index record_change_city on record_change (dataset_id, city, txid, seq);
create index record_change_left on record_change (dataset_id, previous_city, txid, seq)
    where previous_city is distinct from city;

create table data_grant (
    id         uuid        primary key,
    case_id    uuid        not null unique,
    dataset_id text        not null references dataset,
    grantee    char(18)    not null references agency,
    purpose    text        not null,
    scope      text        not null,
    fields     text[]      check (cardinality(fields) > 0),
    opened_at  timestamptz not null,
    suspended_at timestamptz check (suspended_at >= opened_at),
    closed_at  timestamptz check (closed_at >= opened_at)
);
comment on column data_grant.suspended_at is 'Since when the provider has suspended supply; null while it flows.';
comment on column data_grant.fields is 'The only members of a record that the grantee reads; null means all.';
create index data_grant_grantee on data_grant (grantee, dataset_id) where closed_at is null;

grant select, insert, update on record to govshare_app;
grant select, insert on record_change to govshare_app;
grant select, insert on data_grant to govshare_app;
grant update (suspended_at, closed_at) on data_grant to govshare_app;
grant execute on function record_digest(text, jsonb), record_fields(jsonb, text[]) to govshare_app;
