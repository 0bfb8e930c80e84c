-- The nation stands above the provinces. An agency says what kind of body it is, and which ministry manages it from above.

-- The names are those that PostgreSQL gave: region_check is parent_code <> code, region_check2 a province's parent.
alter table region drop constraint region_code_check;
alter table region drop constraint region_level_check;
alter table region drop constraint region_check2;
alter table region add constraint region_code_form check (code ~ '^[1-9][0-9]{5}$' or code = '000000');
alter table region add constraint region_level_known check (level in ('nation', 'province', 'city', 'county'));
alter table region add constraint region_nation_is_one check ((level = 'nation') = (code = '000000'));
alter table region add constraint region_parent_by_level check (
    case level
        when 'nation' then parent_code is null
        when 'province' then coalesce(parent_code, '000000') = '000000'
        else coalesce(parent_code, '000000') <> '000000'
    end);

alter table agency drop constraint agency_region_code_check;
alter table agency add constraint agency_region_code_form
    check (region_code ~ '^[1-9][0-9]{5}$' or region_code = '000000');

alter table agency add column body_kind text not null default 'government-department';
alter table agency add constraint agency_body_kind_known check (body_kind in
    ('government-department', 'authorised-body', 'other-state-organ', 'public-service-operator'));
alter table agency add constraint agency_organ_is_of_government check (
    kind = 'agency' or body_kind = 'government-department' or (kind = 'authority' and body_kind = 'authorised-body'));
comment on column agency.body_kind is 'Decree 809 arts. 2 and 43 ask it: whom a text binds.';

alter table agency add column ministry char(18) references agency deferrable initially deferred;
alter table agency add constraint agency_managed_from_above
    check (ministry is null or (kind = 'agency' and region_code <> '000000'));
comment on column agency.ministry is '垂直管理: the agency of the nation that manages this one beside its place.';
create index agency_ministry on agency (ministry) where ministry is not null;

-- A province without a parent counts as the nation's; loads write it so from now on.
update region set parent_code = '000000' where level = 'province';
