-- What keeps data from flowing back to a city, said once; and how a wake that comes during a push is not forgotten.

-- Why nothing of a dataset may flow back to a city on a day of law (in Asia/Shanghai); null where it may.
create function backflow_halted_by(of_city text, of_dataset text, on_day date) returns text
    language sql stable parallel safe
    return (
        select case
            when d.share_class = 'WITHHELD' then 'the dataset is withheld by law: ' || d.withheld_basis
            when d.id is null or not (d.valid_from <= on_day and on_day < d.valid_to)
                then 'the dataset is not in the catalogue in force'
            when p.region_code is null then 'the city has no platform of its own'
            when p.approval_ended_on <= on_day then 'the approval of the city''s platform ended on ' || p.approval_ended_on
            end
        from (values (of_city, of_dataset)) as s (city, dataset_id)
        left join dataset d on d.id = s.dataset_id
        left join city_platform p on p.region_code = s.city);

alter table backflow_stream add column wakes bigint not null default 0;
alter table backflow_stream add column look_at timestamptz;
comment on column backflow_stream.wakes is 'Rises with each wake that finds the stream leased; who gives the lease back then looks once more.';
comment on column backflow_stream.look_at is 'A wake is on its way for this moment.';

grant execute on function backflow_halted_by(text, text, date) to govshare_app;
