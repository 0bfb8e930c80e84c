-- Rows as commands would have left them by the moment :now of the law; samples come from the product's own engine.

insert into business_time (only_row, offset_millis)
values (true, (extract(epoch from timestamptz ':now' - clock_timestamp()) * 1000)::bigint)
on conflict (only_row) do update set offset_millis = excluded.offset_millis;

create temp table sample_case as
select gen_random_uuid() as id, i % :days as day from generate_series(1, :cases) i;
analyze sample_case;

insert into case_file (id, kind, variant, packs, region, dataset_id, requester, provider, step, leg, closed, opened_at,
                       changed_at, facts)
select c.id, 'share-request', 'CONDITIONAL', '[{"id": "hebei-2022", "digest": ":digest"}]', '130100', d.id,
       q.credit_code, d.provider_code, 'reply', 0, false, k.started_at, k.ended_at, '{}'
  from sample_case c
  join sample k on k.day = c.day and k.rule = 'review'
 cross join (select id, provider_code from dataset where id = 'hebei-standard-addresses') d
 cross join (select credit_code from agency where name = '石家庄市卫生健康委员会') q;

insert into case_clock (id, case_id, rule, ordinal, duty, obligor, started_at, extension, ended_at, ended, due_at,
                        last_day, provisional, projection, counted_to, calendar)
select gen_random_uuid(), c.id, k.rule, 1, k.rule, d.provider_code, k.started_at, 0, k.ended_at,
       case when k.ended_at is not null then 'FULFILLED' end, k.due_at, k.last_day, k.provisional, 1, k.counted_to, 0
  from sample_case c
  join sample k on k.day = c.day
 cross join (select provider_code from dataset where id = 'hebei-standard-addresses') d;

insert into clock_rung (clock_id, rung, projection, case_id, due_at, act, addressees, proposed_act, pack, article, moot,
                        fired_at)
select k.id, r.rung, 1, k.case_id, r.due_at, case when r.rung = 'proposal' then 'PROPOSE' else 'REMIND' end,
       jsonb_build_array(k.obligor), case when r.rung = 'proposal' then 'order-correction' else '' end, 'hebei-2022', '28',
       k.ended_at is not null and r.due_at >= k.ended_at,
       case when r.due_at <= ':now' and (k.ended_at is null or r.due_at < k.ended_at) then r.due_at end
  from case_clock k
  join sample_case c on c.id = k.case_id
  join sample_rung r on r.day = c.day and r.rule = k.rule;
