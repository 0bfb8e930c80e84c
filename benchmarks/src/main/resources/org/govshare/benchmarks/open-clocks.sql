-- Rows as commands would have left them by the moment :now of the law; samples come from the product's own engine.

insert into business_time (only_row, offset_millis)
values (true, (extract(epoch from timestamptz ':now' - clock_timestamp()) * 1000)::bigint)
on conflict (only_row) do update set offset_millis = excluded.offset_millis;

-- In the order in which they were opened, with ids that grow with time, as the product makes them.
create temp table sample_case as
select uuidv7(k.started_at - clock_timestamp()) as id, uuidv7(k.started_at - clock_timestamp()) as clock, k.late, k.day
  from generate_series(1, :clocks) i join sample k on k.late = (i % :overdue = 0) and k.day = i / :overdue % :days
 order by k.started_at;
analyze sample_case;

create temp table sides as
select d.id as dataset, d.provider_code as provider,
       (select credit_code from agency where name = '石家庄市卫生健康委员会') as requester,
       (select credit_code from agency where name = '河北省数据和政务服务局') as authority,
       (select credit_code from agency where name = '河北省人民政府') as government
  from dataset d where d.id = 'hebei-standard-addresses';

insert into case_file (id, kind, variant, packs, region, dataset_id, requester, provider, step, leg, closed, opened_at,
                       changed_at, facts)
select c.id, 'share-request', 'CONDITIONAL', '[{"id": "hebei-2022", "digest": ":digest"}]', '130100', s.dataset, s.requester,
       s.provider, 'reply', 0, false, k.started_at, k.started_at, '{}'
  from sample_case c join sample k on k.late = c.late and k.day = c.day cross join sides s;

insert into case_party (case_id, party, position, agency, opened_at)
select c.id, p.party, 0, p.agency, k.started_at
  from sample_case c join sample k on k.late = c.late and k.day = c.day cross join sides s
 cross join lateral (values ('requester', s.requester), ('authority', s.authority), ('provider', s.provider)) p (party, agency);

insert into audit_entry (chain, seq, case_id, at, agency, person, action, details, previous, hash)
select 'case/' || c.id, 1, c.id, k.started_at, s.requester, '', 'open', '{"to": "reply"}', repeat('0', 64),
       encode(sha256(c.id::text::bytea), 'hex')
  from sample_case c join sample k on k.late = c.late and k.day = c.day cross join sides s;

insert into case_clock (id, case_id, rule, ordinal, duty, obligor, started_at, extension, due_at, last_day, provisional,
                        projection, counted_to, calendar)
select c.clock, c.id, 'reply', 1, 'reply', s.provider, k.started_at, 0, k.due_at, k.last_day, k.provisional, 1, k.counted_to, 0
  from sample_case c join sample k on k.late = c.late and k.day = c.day cross join sides s;

insert into clock_rung (clock_id, rung, projection, case_id, due_at, act, addressees, proposed_act, pack, article, fired_at)
select c.clock, r.rung, 1, c.id, r.due_at, case when r.rung = 'proposal' then 'PROPOSE' else 'REMIND' end,
       case r.rung when 'reminder' then jsonb_build_array(s.provider)
                   when 'overdue' then jsonb_build_array(s.provider, s.authority)
                   else jsonb_build_array(s.government) end,
       case when r.rung = 'proposal' then 'order-correction' else '' end, 'hebei-2022',
       case when r.rung = 'proposal' then '30 (5)' else '28' end, case when r.rung = 'reminder' and r.due_at <= ':now' then r.due_at end
  from sample_case c join sample_rung r on r.late = c.late and r.day = c.day cross join sides s;
