-- Back-flow: what each city's platform needs (Hebei art. 22 para. 3), and how far each stream has come.

create table backflow_need (
    city       text        not null references city_platform,
    dataset_id text        not null references dataset,
    fields     text[]      check (cardinality(fields) > 0),
    stated_by  char(18)    not null references agency,
    stated_at  timestamptz not null,
    primary key (city, dataset_id)
);
comment on column backflow_need.fields is 'The only members of a record that flow back; null means all.';

create table backflow_stream (
    city            text        not null,
    dataset_id      text        not null,
    state           text        not null check (state in ('snapshot', 'changes')),
    dead            boolean     not null default false,
    snapshot_after  text        not null default '',
    feed_txid       xid8        not null,
    feed_seq        bigint      not null,
    step            bigint      not null default 0,
    sent_batches    bigint      not null default 0,
    sent_lines      bigint      not null default 0,
    last_sent_at    timestamptz,
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null,
    last_error      text,
    lease           uuid,
    lease_until     timestamptz,
    primary key (city, dataset_id),
    foreign key (city, dataset_id) references backflow_need
);
comment on column backflow_stream.feed_txid is 'With feed_seq, the last change that the city holds; set to the feed''s horizon when the snapshot starts.';
comment on column backflow_stream.dead is 'Given up after too many failures; stating the need again, or a new endpoint, starts it again.';
comment on column backflow_stream.step is 'Rises with every move of the cursor; a move names the step it starts from.';
create index backflow_stream_due on backflow_stream (next_attempt_at) where not dead;

grant select, insert, update on backflow_need, backflow_stream to govshare_app;
