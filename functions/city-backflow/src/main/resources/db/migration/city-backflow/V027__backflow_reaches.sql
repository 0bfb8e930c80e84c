-- Whether a dataset flows back, on a day of law, to a city whose platform one of these agencies runs: for those who ask
-- which agencies hold shared data, without knowing the tables of the back-flow.
create function backflow_reaches(of_dataset text, operators text[], on_day date) returns boolean
    language sql stable parallel safe
    return exists (
        select from backflow_need n
          join city_platform p on p.region_code = n.city
         where n.dataset_id = of_dataset and p.operator_code = any (operators)
           and backflow_halted_by(n.city, n.dataset_id, on_day) is null);

grant execute on function backflow_reaches(text, text[], date) to govshare_app;
