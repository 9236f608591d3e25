-- What came of a tip, told by a person of the agency and only if they choose. Appended; the newest that was not withdrawn
-- stands. Given back, it is the clearinghouse's to read too; kept at home, it is the agency's alone.
create table outcome (
  outcome_id bigint generated always as identity primary key,
  tip_id bigint not null references tip,
  report_id bigint not null references report,
  agency_id text not null,
  person_id text not null,
  results text[] not null check (cardinality(results) between 1 and 7 and results <@ array['arrest', 'child-identified',
    'under-investigation', 'referred-elsewhere', 'no-offence-here', 'not-enough-information', 'nobody-identified']),
  usefulness text not null check (usefulness in ('useful', 'partly useful', 'not useful', 'not said')),
  missing text[] not null check (missing <@ array['where the subject is', 'where the child is', 'the file or conversation',
    'the exact time', 'source port']),
  audience text not null check (audience in ('own agency', 'clearinghouse')),
  words text not null default '' check (length(words) <= 1000),
  at timestamptz not null default now(),
  withdrawn_by text,
  withdrawn_at timestamptz,
  foreign key (person_id, agency_id) references membership (person_id, agency_id),
  foreign key (withdrawn_by, agency_id) references membership (person_id, agency_id),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index outcome_by_tip on outcome (tip_id, outcome_id desc) where withdrawn_at is null;
create index outcome_by_report on outcome (report_id) where withdrawn_at is null;

-- News of an outcome for one person who worked on the report: knowing how it ended is theirs.
create table outcome_notice (
  notice_id bigint generated always as identity primary key,
  person_id text not null,
  agency_id text not null,
  outcome_id bigint not null references outcome,
  report_id bigint not null,
  tip_id bigint,
  given_by text not null,
  results text[] not null,
  at timestamptz not null,
  seen_at timestamptz,
  unique (outcome_id, person_id, agency_id),
  foreign key (person_id, agency_id) references membership (person_id, agency_id)
);
create index outcome_notice_by_person on outcome_notice (person_id, agency_id, notice_id desc);

grant select, insert on outcome to tipline_desk;
grant update (withdrawn_by, withdrawn_at) on outcome to tipline_desk;
grant select on outcome_notice to tipline_desk;
grant update (seen_at) on outcome_notice to tipline_desk;

alter table outcome enable row level security;
alter table outcome force row level security;
alter table outcome_notice enable row level security;
alter table outcome_notice force row level security;

create policy desk_reads on outcome for select to tipline_desk
  using (agency_id = any(app_agencies())
    -- One that was taken back stays to be seen as such by whom it was given to.
    or (app_is_clearinghouse() and audience = 'clearinghouse'));
create policy desk_writes on outcome for insert to tipline_desk
  with check (agency_id = any(app_agencies()) and person_id = app_person()
    and exists (select 1 from tip where tip.tip_id = outcome.tip_id and tip.agency_id = outcome.agency_id
      and tip.report_id = outcome.report_id));
create policy desk_withdraws on outcome for update to tipline_desk
  using (agency_id = any(app_agencies())) with check (agency_id = any(app_agencies()) and withdrawn_by = app_person());
create policy own_news on outcome_notice for select to tipline_desk
  using (person_id = app_person() and agency_id = any(app_agencies()));
create policy own_news_seen on outcome_notice for update to tipline_desk
  using (person_id = app_person() and agency_id = any(app_agencies()))
  with check (person_id = app_person() and agency_id = any(app_agencies()));

-- Tells those who worked on the report: the agency's own people always; where it is given back, the clearinghouse's people
-- who placed it, and the people of agencies that referred the report to this one. It carries the one-word results only.
create function tell_outcome(id bigint) returns int
language plpgsql security definer set search_path = public as $$
declare
  told int;
begin
  if not exists (select 1 from outcome where outcome_id = id and agency_id = any(app_agencies())
      and person_id = app_person()) then
    raise exception 'not the giver of outcome %', id using errcode = '42501';
  end if;
  with given as (select * from outcome where outcome_id = id),
  holders as (
    select t.tip_id, t.agency_id, t.agency_id = g.agency_id as own
    from given g join tip t using (report_id)
    where t.agency_id = g.agency_id or (g.audience = 'clearinghouse' and exists (
      select 1 from decision d where d.tip_id = t.tip_id and d.kind = 'refer' and d.undone_at is null))
  ),
  workers as (
    select d.person_id, d.agency_id, h.tip_id from holders h join decision d using (tip_id)
    union select n.person_id, n.agency_id, h.tip_id from holders h join note n using (tip_id)
    union select r.person_id, r.agency_id, h.tip_id from holders h join officer_record r using (tip_id)
    union select o.person_id, o.agency_id, h.tip_id from holders h join reopening o using (tip_id)
    union select l.person_id, l.agency_id, h.tip_id from holders h join label_override l using (tip_id)
    union select s.person_id, s.agency_id, h.tip_id from holders h join tip_seen s using (tip_id) where h.own
    union select c.person_id, c.agency_id, h.tip_id from given g
      join place_correction c on c.report_id = g.report_id
      left join holders h on h.agency_id = c.agency_id
      where g.audience = 'clearinghouse' or c.agency_id = g.agency_id
    union select u.resolved_by, m.agency_id, null::bigint from given g join unrouted u using (report_id)
      join membership m on m.person_id = u.resolved_by join agency a on a.agency_id = m.agency_id and a.kind = 'clearinghouse'
      where g.audience = 'clearinghouse' and u.resolved_by is not null
  ),
  news as (
    insert into outcome_notice (person_id, agency_id, outcome_id, report_id, tip_id, given_by, results, at)
    select w.person_id, w.agency_id, g.outcome_id, g.report_id, max(w.tip_id), a.name, g.results, g.at
    from given g join agency a on a.agency_id = g.agency_id cross join workers w
    join membership m on m.person_id = w.person_id and m.agency_id = w.agency_id and m.ended_at is null
    where w.person_id <> g.person_id
    group by w.person_id, w.agency_id, g.outcome_id, g.report_id, a.name, g.results, g.at
    on conflict do nothing
    returning 1
  )
  select count(*) into told from news;
  return told;
end $$;

-- What the reports of each provider read like, for the clearinghouse or for the provider itself: numbers only. The newest
-- `most` reports that finished in the period are read.
create function scorecards(first_day date, last_day date, most int) returns table (
  provider_id int, provider text, reports int, sampled boolean, parts jsonb, referral int, informational int,
  would_move jsonb, available int, given int, useful int, partly_useful int, not_useful int, not_said int, hindered jsonb)
language sql stable security definer set search_path = public as $$
  with mine as (
    select r.report_id, r.provider_id, row_number() over (partition by r.provider_id order by r.report_id desc) as place
    from report r
    where r.environment = 'live' and r.state = 'finished' and r.provider_id is not null
      and r.closed_at >= first_day and r.closed_at < last_day
      and (app_is_clearinghouse() or r.provider_id = app_provider())
  ),
  judged as (
    select m.provider_id, m.report_id, a.body
    from mine m cross join lateral (
      select body from assessment a where a.report_id = m.report_id
      order by a.revision desc, a.made_at desc limit 1) a
    where m.place <= most
  ),
  part as (
    select provider_id, p->>'part' as part, p->>'state' as state, count(*)::int as n
    from judged cross join lateral jsonb_array_elements(body->'actionability'->'parts') p group by 1, 2, 3
  ),
  mover as (
    select provider_id, u->>'signal' as signal, min(u->>'says') as question, min(u->>'providerAdvice') as advice, count(*)::int as n
    from judged cross join lateral jsonb_array_elements(body->'unknown') u
    where u ? 'providerAdvice' group by 1, 2
  ),
  standing as (
    select distinct on (o.tip_id) j.provider_id, o.report_id, o.usefulness, o.missing
    from judged j join outcome o using (report_id)
    where o.audience = 'clearinghouse' and o.withdrawn_at is null order by o.tip_id, o.outcome_id desc
  ),
  lack as (
    select provider_id, m as part, count(distinct report_id)::int as n
    from standing cross join lateral unnest(missing) m group by 1, 2
  )
  select p.provider_id, p.name, count(j.report_id)::int,
    exists (select 1 from mine m where m.provider_id = p.provider_id and m.place > most),
    coalesce((select jsonb_agg(jsonb_build_object('part', part, 'state', state, 'n', n)) from part where part.provider_id = p.provider_id), '[]'),
    count(*) filter (where j.body->>'label' = 'referral')::int,
    count(*) filter (where j.body->>'label' = 'informational')::int,
    coalesce((select jsonb_agg(jsonb_build_object('signal', signal, 'question', question, 'advice', advice, 'n', n) order by n desc, signal)
      from mover where mover.provider_id = p.provider_id), '[]'),
    count(*) filter (where exists (select 1 from tip t where t.report_id = j.report_id and t.withdrawn_at is null))::int,
    (select count(distinct report_id)::int from standing s where s.provider_id = p.provider_id),
    (select count(*)::int from standing s where s.provider_id = p.provider_id and usefulness = 'useful'),
    (select count(*)::int from standing s where s.provider_id = p.provider_id and usefulness = 'partly useful'),
    (select count(*)::int from standing s where s.provider_id = p.provider_id and usefulness = 'not useful'),
    (select count(*)::int from standing s where s.provider_id = p.provider_id and usefulness = 'not said'),
    coalesce((select jsonb_agg(jsonb_build_object('part', part, 'n', n) order by n desc, part) from lack where lack.provider_id = p.provider_id), '[]')
  from provider p join judged j on j.provider_id = p.provider_id
  group by p.provider_id, p.name order by p.name
$$;

revoke all on function tell_outcome(bigint), scorecards(date, date, int) from public;
grant execute on function tell_outcome(bigint) to tipline_desk;
grant execute on function scorecards(date, date, int) to tipline_desk;

-- The gate's own rights for these two: just what they touch.
grant select on outcome, decision, note, officer_record, reopening, label_override, tip_seen, place_correction, membership to tipline_gate;
grant insert, select on outcome_notice to tipline_gate;
do $$
declare
  t text;
begin
  foreach t in array array['outcome', 'decision', 'note', 'officer_record', 'reopening', 'label_override', 'tip_seen', 'place_correction']
  loop
    execute format('create policy gate_reads on %I for select to tipline_gate using (true)', t);
  end loop;
end $$;
create policy gate_tells on outcome_notice for insert to tipline_gate with check (true);
create policy gate_finds on outcome_notice for select to tipline_gate using (true);
grant create on schema public to tipline_gate;
alter function tell_outcome(bigint) owner to tipline_gate;
alter function scorecards(date, date, int) owner to tipline_gate;
revoke create on schema public from tipline_gate;
