-- Where other organisations take deliveries, the secrets that sign them, and what became of each attempt.

create table delivery_endpoint (
    id              uuid        primary key,
    owner           char(18)    not null references agency,
    city            text        not null check (city ~ '^[1-9][0-9]{3}00$'),
    url             text        not null check (length(url) <= 2000),
    status          text        not null check (status in ('pending', 'active', 'closed')),
    created_at      timestamptz not null,
    activated_at    timestamptz,
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null,
    last_error      text
);
comment on table delivery_endpoint is 'Pending until it has answered a signed ping; a new one takes the place of the active one only then.';
create unique index delivery_endpoint_city on delivery_endpoint (city, status) where status <> 'closed';

create table delivery_secret (
    endpoint_id uuid primary key references delivery_endpoint,
    secret      text not null
);
comment on table delivery_secret is 'Signing keys (whsec_...), apart from what lists and reports read.';

create table delivery_attempt (
    id          bigint      generated always as identity primary key,
    endpoint_id uuid        not null references delivery_endpoint,
    message_id  text        not null,
    type        text        not null,
    subject     text        not null,
    at          timestamptz not null,
    millis      integer     not null,
    status      smallint,
    error       text
);
comment on column delivery_attempt.status is 'The HTTP status; null when there was no answer, then error names why.';
create index delivery_attempt_endpoint on delivery_attempt (endpoint_id, id);

grant select, insert, update on delivery_endpoint to govshare_app;
grant select, insert on delivery_secret to govshare_app;
grant select, insert on delivery_attempt to govshare_app;
