-- Regions that ended name who took their territory over, and one function says to which city a code falls.

alter table region add column successor_code text check (successor_code ~ '^[1-9][0-9]{5}$');
alter table region add constraint region_succeeded_when_ended
    check (successor_code is null or (valid_to < 'infinity' and successor_code <> code));
comment on column region.successor_code is 'Took over the whole territory of this region on valid_to.';

-- A code in force on the day falls to itself or to its parent; one that has ended, to its successor, and to nothing else;
-- one that has not begun by then, or that nobody registered, to the city of its first four digits.
-- way says which of the three it was: listed, successor, prefix. The city is null where the way leads to none.
create function region_city(wanted text, on_day date) returns table (city text, way text)
    language sql stable parallel safe rows 1
begin atomic
    with recursive known as (
        select max(r.valid_to) as until from region r where r.code = wanted and r.valid_from <= on_day),
    walk (code) as (
        select case when k.until is null then left(wanted, 4) || '00' else wanted end from known k
        union all
        select step.next from walk w cross join lateral (
            select case when r.valid_to <= on_day then r.successor_code when r.level = 'county' then r.parent_code end as next
            from region r where r.code = w.code and r.valid_from <= on_day order by r.valid_from desc limit 1) step
        where step.next is not null)
        cycle code set looped using path
    select
        (select r.code from walk w join region r on r.code = w.code
          where r.level = 'city' and r.valid_from <= on_day and on_day < r.valid_to),
        case when k.until is null then 'prefix' when on_day < k.until then 'listed' else 'successor' end
    from known k;
end;

grant select on region to govshare_app;
grant execute on function region_city(text, date) to govshare_app;
