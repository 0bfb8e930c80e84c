-- Holiday notices that an operator loads, and what moved when clocks were counted again.

create table holiday_notice (
    version    integer     primary key,
    year       integer     not null,
    content    text        not null,
    first_day  date        not null,
    loaded_at  timestamptz not null
);
comment on table holiday_notice is 'Notices beyond the built-in ones, in the order of loading; a later one for a year replaces the earlier. first_day: the first day on which the calendar changed.';

create table due_journal (
    clock_id  uuid        not null references case_clock (id),
    projection integer    not null,
    case_id   uuid        not null references case_file (id),
    calendar  integer     not null references holiday_notice (version),
    from_due  timestamptz not null,
    to_due    timestamptz not null,
    at        timestamptz not null,
    primary key (clock_id, projection)
);
comment on table due_journal is 'Each due moment that a notice moved: from when to when, and by which notice.';
create index due_journal_case on due_journal (case_id);

-- A recount asks of the clocks furthest behind for those that depend on a changed day, and for those that don't.
drop index case_clock_stale;
create index case_clock_stale on case_clock (calendar, counted_to);

grant select, insert on holiday_notice to govshare_app;
grant select, insert on due_journal to govshare_app;
