-- Answers already given, and messages still to send.

create table inbox (
    sender      text        not null,
    source      text        not null,
    event_id    text        not null,
    type        text        not null,
    digest      text        not null,
    status      smallint,
    answer      jsonb,
    location    text,
    received_at timestamptz not null,
    primary key (sender, source, event_id)
);
comment on table inbox is 'One row per authenticated command: the same sender, source and id gets the same answer again.';

create table outbox (
    id           uuid        primary key,
    type         text        not null,
    subject      text        not null,
    data         jsonb       not null,
    created_at   timestamptz not null,
    available_at timestamptz not null,
    lease        uuid,
    attempts     integer     not null default 0,
    last_error   text,
    sent_at      timestamptz
);
comment on table outbox is 'Messages written with the change they tell of, sent after commit; available_at is also the end of a lease.';
create index outbox_waiting on outbox (available_at) where sent_at is null;

grant select, insert, update on inbox to govshare_app;
grant select, insert, update, delete on outbox to govshare_app;
