-- What came of a report reaches everybody who worked on it. At an agency that referred it on, that is whoever opened the tip, as at
-- the agency that tells: who ticked, asked a provider or opened a file has opened it. At the clearinghouse it is also who
-- said whether the report is enough to work on, and who spoke of a link of it.
create or replace function tell_outcome(id bigint) returns int
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
    select t.tip_id, t.agency_id
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
    union select s.person_id, s.agency_id, h.tip_id from holders h join tip_seen s using (tip_id)
    union select c.person_id, c.agency_id, h.tip_id from given g
      join place_correction c on c.report_id = g.report_id
      left join holders h on h.agency_id = c.agency_id
      where g.audience = 'clearinghouse' or c.agency_id = g.agency_id
    union select l.person_id, l.agency_id, null::bigint from given g join report_label l using (report_id)
      where g.audience = 'clearinghouse'
    union select v.person_id, v.agency_id, null::bigint from given g
      join link_verdict v on v.report_low = g.report_id or v.report_high = g.report_id
      join agency a on a.agency_id = v.agency_id and a.kind = 'clearinghouse'
      where g.audience = 'clearinghouse'
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

grant select on report_label, link_verdict to tipline_gate;
create policy gate_reads on report_label for select to tipline_gate using (true);
create policy gate_reads on link_verdict for select to tipline_gate using (true);
