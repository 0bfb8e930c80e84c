-- Cases that an agency may see because a rung that fired told it, newest first, without reading all rungs that ever told it.

create table case_addressee (
    agency    char(18)    not null,
    opened_at timestamptz not null,
    case_id   uuid        not null
);
comment on table case_addressee is 'One row for each agency and case of which it was told without being a party; written when a rung fires.';
create unique index case_addressee_agency on case_addressee (agency, opened_at desc, case_id);

insert into case_addressee (agency, opened_at, case_id)
select distinct a.agency, c.opened_at, c.id
  from clock_rung r
  join case_file c on c.id = r.case_id
 cross join lateral jsonb_array_elements_text(r.addressees) as a (agency)
 where r.fired_at is not null
   and not exists (select 1 from case_party p where p.case_id = c.id and p.agency = a.agency);

drop index clock_rung_addressed;

grant select, insert on case_addressee to govshare_app;
