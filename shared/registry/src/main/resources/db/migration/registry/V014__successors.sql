-- Who took over when an agency ended, and when the approval of a city's platform ended.

alter table agency add column successor_code char(18) references agency deferrable initially deferred;
alter table agency add constraint agency_succeeded_when_ended
    check (successor_code is null or (valid_to < 'infinity' and successor_code <> credit_code));
comment on column agency.successor_code is 'Holds the office of this agency from valid_to on.';
create index agency_successor on agency (successor_code) where successor_code is not null;

alter table city_platform add column approval_ended_on date not null default 'infinity'
    check (approval_ended_on > approved_on);
comment on column city_platform.approval_ended_on is 'First day without the approval; nothing flows back from then on.';

grant select on agency, city_platform to govshare_app;
