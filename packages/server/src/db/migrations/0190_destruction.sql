-- Destroying a file: its key is destroyed, which is the deletion, and then its object. Two persons of one agency, or of the
-- clearinghouse, under an order or a retention rule. What it was (ids, hashes, what was stated) stays.
create table file_destruction (
  destruction_id bigint generated always as identity primary key,
  file_id text not null references file,
  report_id bigint not null references report,
  agency_id text not null,
  basis text not null check (basis in ('order', 'retention rule')),
  court text check (length(court) between 1 and 300),
  number text check (length(number) between 1 and 200),
  dated date,
  rule text check (length(rule) between 1 and 300),
  because text not null check (length(because) between 1 and 4000),
  proposed_by text not null,
  proposed_at timestamptz not null default now(),
  state text not null default 'proposed'
    check (state in ('proposed', 'withdrawn', 'refused', 'approved', 'key destroyed', 'done')),
  decided_by text,
  decided_at timestamptz,
  decided_because text check (length(decided_because) between 1 and 2000),
  key_destroyed_at timestamptz,
  done_at timestamptz,
  -- What the certificate says, as it was when it was done. The log holds its SHA-256.
  statement text check (length(statement) between 1 and 16384),
  foreign key (proposed_by, agency_id) references membership (person_id, agency_id),
  foreign key (decided_by, agency_id) references membership (person_id, agency_id),
  check (case basis when 'order' then court is not null and number is not null and dated is not null and rule is null
    else rule is not null and court is null and number is null and dated is null end),
  check ((state = 'proposed') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  -- A second person is a second person; taking one's own proposal back needs none.
  check (case when state = 'withdrawn' then decided_by = proposed_by else decided_by <> proposed_by end),
  check ((state in ('key destroyed', 'done')) = (key_destroyed_at is not null)),
  check ((state = 'done') = (done_at is not null) and (done_at is null) = (statement is null))
);
-- One at a time, and once.
create unique index file_destruction_one on file_destruction (file_id) where state not in ('withdrawn', 'refused');
create index file_destruction_by_agency on file_destruction (agency_id, destruction_id desc);
create index file_destruction_to_do on file_destruction (destruction_id) where state in ('approved', 'key destroyed');

-- What keeps a file from being destroyed for whoever asks: an agency, or the clearinghouse. To the clearinghouse every
-- agency's tip counts as what it is; to an agency another one's is `other agency`, whatever it made of it, unless it was
-- referred on or given back: the bytes are kept once for all that hold the report, and one agency's rule is not another's.
create function destruction_holds(of_file text, asker text, as_of timestamptz)
returns table (kind text, agency_id text, until timestamptz)
language sql stable security definer set search_path = public as $$
  with f as (select r.* from file join report r using (report_id) where file.file_id = of_file and desk_sees_report(r.report_id)),
  keeps as (select a.kind = 'clearinghouse' as all_of_them from agency a where a.agency_id = asker),
  t as (select tip.*, keeps.all_of_them or tip.agency_id = asker as counts from tip join f using (report_id), keeps
    where tip.withdrawn_at is null)
  -- 18 U.S.C. 2258A(h): a year from the submission, 90 days before the REPORT Act (Pub. L. 118-59) was signed.
  select 'provider hold', null, held.until from f, lateral (select f.closed_at
      + case when f.closed_at >= '2024-05-07T00:00:00Z' then interval '1 year' else interval '90 days' end as until) held
    where f.state = 'finished' and held.until > as_of
  union all
  select 'preservation letter', c.agency_id, c.ends_at from tip_clock c join t using (tip_id)
    where t.counts and c.kind = 'preservation letter' and c.ends_at > as_of
  union all
  select 'open tip', t.agency_id, t.held_until from t
    where t.counts and t.state in ('open', 'held', 'requested', 'waiting', 'offered', 'pursued')
  union all
  select distinct 'open case', ct.agency_id, null::timestamptz from case_tip ct join t using (tip_id) join case_file c using (case_id)
    where t.counts and ct.removed_at is null and c.state = 'open'
  union all
  select 'other agency', t.agency_id, null from t where not t.counts and t.state not in ('referred', 'returned')
$$;
revoke all on function destruction_holds(text, text, timestamptz) from public;
grant execute on function destruction_holds(text, text, timestamptz) to tipline_desk;
grant select on tip_clock, case_tip, case_file to tipline_gate;
create policy gate_reads on tip_clock for select to tipline_gate using (true);
create policy gate_reads on case_tip for select to tipline_gate using (true);
create policy gate_reads on case_file for select to tipline_gate using (true);
grant create on schema public to tipline_gate;
alter function destruction_holds(text, text, timestamptz) owner to tipline_gate;
revoke create on schema public from tipline_gate;
grant execute on function desk_sees_report(bigint) to tipline_gate;

-- The way of a destruction, whoever writes: people propose and decide, the keeper carries out, and nobody rewrites.
create function file_destruction_guard() returns trigger language plpgsql as $$
begin
  if (new.file_id, new.report_id, new.agency_id, new.basis, new.court, new.number, new.dated, new.rule, new.because, new.proposed_by,
      new.proposed_at) is distinct from (old.file_id, old.report_id, old.agency_id, old.basis, old.court, old.number, old.dated,
      old.rule, old.because, old.proposed_by, old.proposed_at) then
    raise exception 'a proposed destruction does not change' using errcode = '23514';
  end if;
  if new.state <> old.state and (old.state, new.state) not in (('proposed', 'withdrawn'), ('proposed', 'refused'), ('proposed', 'approved'),
      ('approved', 'key destroyed'), ('key destroyed', 'done')) then
    raise exception 'a destruction does not go from % to %', old.state, new.state using errcode = '23514';
  end if;
  if old.state <> 'proposed' and (new.decided_by, new.decided_at) is distinct from (old.decided_by, old.decided_at) then
    raise exception 'who approved it stays' using errcode = '23514';
  end if;
  if new.state = 'approved' and old.state <> 'approved' and exists (select 1 from destruction_holds(new.file_id, new.agency_id, now()) h
      where new.basis <> 'order' or h.kind = 'other agency') then
    raise exception 'something still keeps file %', new.file_id using errcode = '23514';
  end if;
  return new;
end $$;
create trigger file_destruction_guard before update on file_destruction for each row execute function file_destruction_guard();

-- A key goes only under a destruction that two persons agreed on, and never comes back.
create function file_key_guard() returns trigger language plpgsql as $$
begin
  if old.wrapped_key is null and new.wrapped_key is not null then
    raise exception 'file % is destroyed', old.file_id using errcode = '23514';
  end if;
  if old.wrapped_key is not null and new.wrapped_key is null and not exists (select 1 from file_destruction d
      where d.file_id = old.file_id and d.state = 'approved') then
    raise exception 'nobody approved that file % be destroyed', old.file_id using errcode = '23514';
  end if;
  return new;
end $$;
create trigger file_key_guard before update of wrapped_key on file for each row execute function file_key_guard();

alter table file_destruction enable row level security;
alter table file_destruction force row level security;
grant select on file_destruction to tipline_desk;
-- By column: it comes into being proposed, and only the keeper says that it was carried out.
grant insert (file_id, report_id, agency_id, basis, court, number, dated, rule, because, proposed_by, proposed_at)
  on file_destruction to tipline_desk;
grant update (state, decided_by, decided_at, decided_because) on file_destruction to tipline_desk;
-- By name, for the certificate.
grant select on agency, person to tipline_keeper;
grant select on file_destruction to tipline_keeper;
grant update (state, key_destroyed_at, done_at, statement) on file_destruction to tipline_keeper;
-- Its own, and what became of a file of a report that it has: that it is gone, and under what.
create policy desk_sees on file_destruction for select to tipline_desk
  using (agency_id = any(app_agencies())
    or ((app_is_clearinghouse() or state in ('key destroyed', 'done')) and desk_sees_report(report_id)));
create policy desk_proposes on file_destruction for insert to tipline_desk
  with check (agency_id = any(app_agencies()) and proposed_by = app_person() and desk_sees_report(report_id)
    and exists (select 1 from file f where f.file_id = file_destruction.file_id and f.report_id = file_destruction.report_id));
create policy desk_decides on file_destruction for update to tipline_desk
  using (agency_id = any(app_agencies()))
  with check (agency_id = any(app_agencies()) and (decided_by is null or decided_by = app_person()));
create policy keeper_all on file_destruction for all to tipline_keeper using (true) with check (true);
