-- What agencies are told: by a rung that fired, by an order, by a circular.

create table notice (
    id         uuid        primary key,
    txid       xid8        not null default pg_current_xact_id(),
    seq        bigint      generated always as identity,
    agency     char(18)    not null references agency (credit_code),
    kind       text        not null check (kind in ('reminder', 'proposal', 'order', 'circular')),
    case_id    uuid,
    clock_id   uuid,
    rung       text,
    projection integer,
    about      uuid,
    due_at     timestamptz,
    pack       text        not null,
    article    text        not null,
    act        text        not null,
    zh         text        not null,
    en         text        not null,
    given_at   timestamptz not null
);
comment on table notice is 'One row for each agency told; read only below pg_snapshot_xmin, where no writer is open any more, so that nothing that commits late is skipped.';
comment on column notice.clock_id is 'With rung and projection, the rung that fired; null where none did.';
comment on column notice.about is 'The order or circular it tells of; null for a rung''s.';
comment on column notice.due_at is 'When the duty is due, as counted when the notice was given; a later recount moves the clock, not what was told.';
comment on column notice.act is 'What is proposed or was done, such as order-correction; empty for a reminder.';
create index notice_poll on notice (agency, kind, txid, seq);
create index notice_case on notice (case_id);

grant select, insert on notice to govshare_app;
