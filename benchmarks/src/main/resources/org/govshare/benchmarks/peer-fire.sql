with fired as (
    update clock_rung set fired_at = ?
     where clock_id = ? and rung = ? and projection = 1 and fired_at is null and not moot
    returning *),
entered as (
    insert into audit_entry (chain, seq, case_id, at, agency, person, action, details, previous, hash)
    select 'case/' || f.case_id, coalesce(h.seq, 0) + 1, f.case_id, f.fired_at, 'govshare', '', 'escalated-remind',
           jsonb_build_object('clock', f.clock_id, 'rung', f.rung, 'due', f.due_at, 'pack', f.pack, 'article', f.article,
                              'addressees', f.addressees ->> 0, 'proposed', f.proposed_act),
           coalesce(h.hash, repeat('0', 64)),
           encode(sha256((f.clock_id || f.rung || h.hash)::bytea), 'hex')
      from fired f
      left join lateral (select seq, hash from audit_entry where chain = 'case/' || f.case_id order by seq desc limit 1) h
        on true),
given as (
    insert into notice (id, agency, kind, case_id, clock_id, rung, projection, due_at, pack, article, act, zh, en, given_at)
    select uuidv7(), a.code, 'reminder', f.case_id, f.clock_id, f.rung, f.projection, k.due_at, f.pack, f.article, '',
           '有条件共享数据申请：' || g.name || '应于' || k.last_day
               || ' 24:00（Asia/Shanghai）前完成“向主管部门作出回复”（《河北省政务数据共享应用管理办法》第15条第3款），已经逾期。',
           'request for conditionally shared data: ' || g.name || ' owes "reply to the authority" (Hebei measures on the'
               || ' sharing and use of government data, art. 15 para. 3) by 24:00 (Asia/Shanghai) on ' || k.last_day
               || '; it is overdue.', f.fired_at
      from fired f
      join case_clock k on k.id = f.clock_id
      join agency g on g.credit_code = k.obligor
     cross join lateral jsonb_array_elements_text(f.addressees) a (code)
    returning id, agency, case_id),
told as (
    insert into outbox (id, type, subject, data, created_at, available_at)
    select uuidv7(), 'org.govshare.notice.given.v1', g.id,
           jsonb_build_object('notice', g.id, 'agency', g.agency, 'case', g.case_id), clock_timestamp(), clock_timestamp()
      from given g)
insert into outbox (id, type, subject, data, created_at, available_at)
select uuidv7(), 'org.govshare.clock.escalated.v1', f.case_id,
       jsonb_build_object('case', f.case_id, 'clock', f.clock_id, 'rung', f.rung, 'projection', f.projection),
       clock_timestamp(), clock_timestamp()
  from fired f
