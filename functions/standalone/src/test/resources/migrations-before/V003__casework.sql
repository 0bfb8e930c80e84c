-- Cases, their clocks and rungs, the law they run under, and the audit trail.

create table pack_source (
    digest    text        primary key,
    pack_id   text        not null,
    content   jsonb       not null,
    stored_at timestamptz not null
);
comment on table pack_source is 'The law as it stood when a case was opened under it; never changed.';

create table case_file (
    id         uuid        primary key,
    kind       text        not null,
    variant    text        not null,
    packs      jsonb       not null,
    region     text        not null,
    dataset_id text        not null references dataset (id),
    requester  char(18)    not null references agency (credit_code),
    provider   char(18)    not null references agency (credit_code),
    step       text        not null,
    leg        integer     not null,
    closed     boolean     not null,
    opened_at  timestamptz not null,
    changed_at timestamptz not null,
    facts      jsonb       not null
);
comment on table case_file is '办件: one request or verification, at one step of its procedure.';
create index case_file_region on case_file (region, opened_at desc, id);

create table case_party (
    case_id   uuid        not null references case_file (id),
    party     text        not null,
    position  integer     not null,
    agency    char(18)    not null references agency (credit_code),
    opened_at timestamptz not null,
    primary key (case_id, party, position)
);
create index case_party_agency on case_party (agency, opened_at desc, case_id);

create table case_clock (
    id           uuid        primary key,
    case_id      uuid        not null references case_file (id),
    rule         text        not null,
    ordinal      integer     not null,
    duty         text        not null,
    obligor      char(18)    not null references agency (credit_code),
    started_at   timestamptz not null,
    extension    integer     not null,
    asked        jsonb,
    ended_at     timestamptz,
    ended        text check (ended in ('FULFILLED', 'LAPSED')),
    due_at       timestamptz not null,
    last_day     date        not null,
    provisional  boolean     not null,
    projection   integer     not null,
    counted_to   date        not null,
    calendar     integer     not null,
    unique (case_id, rule, ordinal),
    check ((ended_at is null) = (ended is null))
);
comment on column case_clock.due_at is 'Exclusive end of the period: 24:00 in Asia/Shanghai of last_day. A projection of start, period, extension and calendar.';
comment on column case_clock.counted_to is 'The last day on which the due moment or a rung depends: what changes after it moves nothing.';
comment on column case_clock.calendar is 'Version of the calendar it was last counted with; 0 is the built-in one.';
create index case_clock_stale on case_clock (calendar, id);
create index case_clock_open on case_clock (due_at) where ended_at is null;

create table clock_rung (
    clock_id     uuid        not null references case_clock (id),
    rung         text        not null,
    projection   integer     not null,
    case_id      uuid        not null references case_file (id),
    due_at       timestamptz not null,
    act          text        not null,
    addressees   jsonb       not null,
    proposed_act text        not null,
    pack         text        not null,
    article      text        not null,
    moot         boolean     not null default false,
    fired_at     timestamptz,
    annulled_at  timestamptz,
    primary key (clock_id, rung, projection)
);
comment on table clock_rung is 'Each rung of a ladder, once per clock and projection; moot when the duty was done before its moment; annulled when a recount moved that moment away.';
create index clock_rung_waiting on clock_rung (due_at) where fired_at is null and not moot;
create index clock_rung_case on clock_rung (case_id);

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

grant select, insert on pack_source to govshare_app;
grant select, insert, update on case_file to govshare_app;
grant select, insert on case_party to govshare_app;
grant select, insert, update on case_clock to govshare_app;
grant select, insert, update on clock_rung to govshare_app;
grant select, insert on audit_entry to govshare_app;
