-- An index for what is read over and over: messages to purge.

create index outbox_sent on outbox (sent_at) where sent_at is not null;
