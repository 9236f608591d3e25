-- What an agency makes of its tips by its own rules, records and words: kept apart from what the pipeline made for all,
-- and seen by that agency alone (invariants 3 and 10).

-- Rules of the agency about itself. Without a row a second person is asked for.
create table agency_rule (
  agency_id text primary key references agency,
  second_person boolean not null default true,
  changed_by text not null,
  changed_at timestamptz not null default now(),
  foreign key (changed_by, agency_id) references membership (person_id, agency_id)
);

create table agency_policy (
  agency_id text not null references agency,
  -- Starts with the agency's id, so that it is never taken for a shipped policy or another agency's.
  policy_id text not null check (starts_with(policy_id, agency_id || '.') and length(policy_id) <= 80),
  version int not null check (version >= 1),
  based_on_id text not null,
  based_on_version int not null,
  source_text text not null check (length(source_text) <= 262144),
  -- The text as read; null while it has errors.
  body jsonb,
  -- 'activating': approved, and the agency's tips are being ranked under it beside the ranks that still stand.
  state text not null default 'draft'
    check (state in ('draft', 'proposed', 'activating', 'active', 'past', 'withdrawn')),
  edited_by text not null,
  edited_at timestamptz not null default now(),
  proposed_by text,
  proposed_at timestamptz,
  because text check (length(because) between 1 and 2000),
  approved_by text,
  approved_at timestamptz,
  active_from timestamptz,
  active_until timestamptz,
  primary key (agency_id, policy_id, version),
  foreign key (edited_by, agency_id) references membership (person_id, agency_id),
  foreign key (proposed_by, agency_id) references membership (person_id, agency_id),
  foreign key (approved_by, agency_id) references membership (person_id, agency_id),
  check (state in ('draft', 'withdrawn') or (body is not null and proposed_by is not null and because is not null)),
  check ((state in ('activating', 'active', 'past')) = (approved_by is not null)),
  check ((state in ('active', 'past')) = (active_from is not null))
);
create unique index agency_policy_active on agency_policy (agency_id) where state = 'active';
create unique index agency_policy_activating on agency_policy (agency_id) where state = 'activating';

-- What was proposed is what is activated; and where the agency's rule asks for a second person there are two.
create function agency_policy_guard() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (new.source_text <> old.source_text or new.body is distinct from old.body
      or new.edited_by <> old.edited_by) then
    raise exception 'a proposed policy does not change' using errcode = '23514';
  end if;
  if new.state = 'activating' and old.state <> 'activating'
      and new.approved_by in (new.proposed_by, new.edited_by)
      and coalesce((select second_person from agency_rule r where r.agency_id = new.agency_id), true) then
    raise exception 'a second person activates a policy' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger agency_policy_guard before update on agency_policy for each row execute function agency_policy_guard();

-- An agency's assessments under its own policy, or with its own records. Appended; the tip names the one that stands.
create table tip_assessment (
  assessment_id bigint generated always as identity primary key,
  agency_id text not null references agency,
  report_id bigint not null references report,
  revision int not null,
  policy_id text not null,
  policy_version int not null,
  body jsonb not null,
  made_at timestamptz not null default now()
);
create index tip_assessment_by_report on tip_assessment (report_id, agency_id, policy_id, policy_version, assessment_id);

alter table tip
  -- Null where the assessment made for all stands.
  add column assessment_id bigint references tip_assessment,
  -- The signals as one byte each, by position in the registry that the key names: what a whole queue is ranked by anew.
  add column signal_values bytea,
  add column signal_key text,
  -- Set where the places that are known now lead elsewhere. The tip stays where it is.
  add column rerouted_at timestamptz,
  add column rerouted_to text[],
  add column rerouted_because text,
  add check ((rerouted_at is null) = (rerouted_to is null));
create index tip_by_report on tip (report_id);

-- Tips that wait to be ranked under a policy that is about to be active, and their ranks once made. They take effect
-- together: a queue is never in two orders at once.
create table ranking (
  tip_id bigint primary key references tip,
  agency_id text not null,
  policy_id text not null,
  policy_version int not null,
  rank jsonb,
  attempts int not null default 0,
  entered_at timestamptz not null default now(),
  foreign key (agency_id, policy_id, policy_version) references agency_policy
);
create index ranking_waiting on ranking (agency_id, tip_id) where rank is null;

-- What became known about a tip, signal by signal: decisions before it are shown it.
create table tip_news (
  news_id bigint generated always as identity primary key,
  tip_id bigint not null references tip,
  agency_id text not null,
  signal text not null,
  before text not null check (before in ('true', 'false', 'unknown')),
  after text not null check (after in ('true', 'false', 'unknown')),
  at timestamptz not null default now()
);
create index tip_news_by_tip on tip_news (tip_id, at);

-- What a run replaces is kept with its time.
create table report_facts_past (
  report_id bigint not null,
  revision int not null,
  places jsonb not null,
  signals jsonb not null,
  made_at timestamptz not null,
  replaced_at timestamptz not null default now()
);
create index report_facts_past_by_report on report_facts_past (report_id, revision, made_at);
create table assessment_past (
  report_id bigint not null,
  revision int not null,
  policy_id text not null,
  policy_version int not null,
  body jsonb not null,
  made_at timestamptz not null,
  replaced_at timestamptz not null default now()
);
create index assessment_past_by_report on assessment_past (report_id, policy_id, policy_version, made_at);
create function keep_past_facts() returns trigger language plpgsql as $$
begin
  insert into report_facts_past (report_id, revision, places, signals, made_at)
  values (old.report_id, old.revision, old.places, old.signals, old.made_at);
  return new;
end $$;
create trigger keep_past before update on report_facts for each row
  when (old.signals is distinct from new.signals or old.places is distinct from new.places)
  execute function keep_past_facts();
create function keep_past_assessment() returns trigger language plpgsql as $$
begin
  insert into assessment_past (report_id, revision, policy_id, policy_version, body, made_at)
  values (old.report_id, old.revision, old.policy_id, old.policy_version, old.body, old.made_at);
  return new;
end $$;
create trigger keep_past before update on assessment for each row
  when (old.body is distinct from new.body) execute function keep_past_assessment();

-- What an officer recorded about one signal, from the agency's own records.
create table officer_record (
  record_id bigint generated always as identity primary key,
  tip_id bigint not null references tip,
  report_id bigint not null references report,
  agency_id text not null,
  person_id text not null,
  signal text not null,
  value text not null check (value in ('true', 'false')),
  note text not null check (length(note) between 1 and 4000),
  at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by text references person,
  withdrawn_because text check (length(withdrawn_because) between 1 and 4000),
  foreign key (person_id, agency_id) references membership (person_id, agency_id),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index officer_record_by_report on officer_record (report_id, agency_id);
create index officer_record_by_tip on officer_record (tip_id);

-- A person's label beside the computed one; null goes back to the computed one. Appended; the last one stands.
create table label_override (
  override_id bigint generated always as identity primary key,
  tip_id bigint not null references tip,
  report_id bigint not null references report,
  agency_id text not null,
  person_id text not null,
  label text check (label in ('referral', 'informational')),
  because text not null check (length(because) between 1 and 2000),
  at timestamptz not null default now(),
  foreign key (person_id, agency_id) references membership (person_id, agency_id)
);
create index label_override_by_report on label_override (report_id, agency_id, override_id);

-- What a person of an agency says of a link. It names the two ends and what they share, not the link's row: a run that
-- makes the link again finds the verdict standing.
create table link_verdict (
  verdict_id bigint generated always as identity primary key,
  report_low bigint not null references report,
  report_high bigint not null references report,
  identifier_id bigint not null references identifier,
  agency_id text not null,
  person_id text not null,
  verdict text not null check (verdict in ('confirmed', 'rejected')),
  because text not null check (length(because) between 1 and 2000),
  at timestamptz not null default now(),
  undone_at timestamptz,
  undone_by text references person,
  foreign key (person_id, agency_id) references membership (person_id, agency_id),
  check (report_low < report_high),
  check ((undone_at is null) = (undone_by is null))
);
create unique index link_verdict_standing on link_verdict (report_low, report_high, identifier_id, agency_id) where undone_at is null;
create index link_verdict_by_high on link_verdict (report_high) where undone_at is null;

-- Where somebody says the subject or the child is, against what the pipeline found. It moves the report for everybody,
-- so everybody who has the report may see it.
create table place_correction (
  correction_id bigint generated always as identity primary key,
  report_id bigint not null references report,
  agency_id text not null,
  person_id text not null,
  role text not null check (role in ('subject', 'child')),
  place jsonb not null,
  because text not null check (length(because) between 1 and 2000),
  at timestamptz not null default now(),
  foreign key (person_id, agency_id) references membership (person_id, agency_id)
);
create index place_correction_by_report on place_correction (report_id, role, correction_id);

-- The second lock for all of it.
grant select, insert on tip_assessment, tip_news, officer_record, label_override, link_verdict, place_correction, agency_rule,
  agency_policy, ranking to tipline_desk;
grant update (second_person, changed_by, changed_at) on agency_rule to tipline_desk;
grant update (source_text, body, state, edited_by, edited_at, proposed_by, proposed_at, because, approved_by, approved_at)
  on agency_policy to tipline_desk;
grant update (rank, attempts) on ranking to tipline_desk;
grant update (withdrawn_at, withdrawn_by, withdrawn_because) on officer_record to tipline_desk;
grant update (undone_at, undone_by) on link_verdict to tipline_desk;
grant select on report_facts_past, assessment_past to tipline_desk;
-- A person's own record, label or link moves their agency's own tip at once.
grant update (revision, policy_id, policy_version, label, lane, band, band_rank, risk_low, risk_high, act_low, act_high,
  next_clock_at, next_clock_name, summary, amended_at, assessment_id, signal_values, signal_key) on tip to tipline_desk;

grant select on agency_policy, officer_record, label_override, link_verdict, place_correction to tipline_pipeline;
grant update (state, active_from, active_until) on agency_policy to tipline_pipeline;
grant select, insert on tip_assessment, tip_news to tipline_pipeline;
grant select, insert, delete on ranking to tipline_pipeline;
grant update (rank, attempts) on ranking to tipline_pipeline;
grant select, insert on report_facts_past, assessment_past to tipline_pipeline;
grant insert (assessment_id, signal_values, signal_key) on tip to tipline_pipeline;
grant update (assessment_id, signal_values, signal_key, rerouted_at, rerouted_to, rerouted_because) on tip to tipline_pipeline;
-- An unrouted report that has found its way is no longer waiting.
grant update (resolved_at) on unrouted to tipline_pipeline;

do $$
declare
  t text;
begin
  foreach t in array array['agency_rule', 'agency_policy', 'tip_assessment', 'ranking', 'tip_news', 'officer_record',
    'label_override', 'link_verdict', 'place_correction', 'report_facts_past', 'assessment_past']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  foreach t in array array['agency_policy', 'tip_assessment', 'ranking', 'tip_news', 'officer_record', 'label_override',
    'link_verdict', 'place_correction', 'report_facts_past', 'assessment_past']
  loop
    execute format('create policy pipeline_all on %I for all to tipline_pipeline using (true) with check (true)', t);
  end loop;
  foreach t in array array['tip_assessment', 'tip_news', 'ranking', 'agency_rule', 'agency_policy'] loop
    execute format('create policy desk_own on %I for all to tipline_desk
      using (agency_id = any(app_agencies())) with check (agency_id = any(app_agencies()))', t);
  end loop;
  foreach t in array array['officer_record', 'label_override'] loop
    execute format('create policy desk_reads on %I for select to tipline_desk using (agency_id = any(app_agencies()))', t);
    execute format('create policy desk_writes on %I for insert to tipline_desk
      with check (agency_id = any(app_agencies()) and person_id = app_person()
        and exists (select 1 from tip where tip.tip_id = %I.tip_id and tip.agency_id = %I.agency_id
          and tip.report_id = %I.report_id))', t, t, t, t);
  end loop;
  foreach t in array array['report_facts_past', 'assessment_past'] loop
    execute format('create policy desk_sees on %I for select to tipline_desk using (desk_sees_report(report_id))', t);
  end loop;
end $$;
create policy desk_withdraws on officer_record for update to tipline_desk
  using (agency_id = any(app_agencies())) with check (agency_id = any(app_agencies()) and withdrawn_by = app_person());
create policy desk_reads on link_verdict for select to tipline_desk using (agency_id = any(app_agencies()));
create policy desk_writes on link_verdict for insert to tipline_desk
  with check (agency_id = any(app_agencies()) and person_id = app_person()
    and desk_sees_report(report_low) and desk_sees_report(report_high));
create policy desk_undoes on link_verdict for update to tipline_desk
  using (agency_id = any(app_agencies())) with check (agency_id = any(app_agencies()) and undone_by = app_person());
create policy desk_sees on place_correction for select to tipline_desk using (desk_sees_report(report_id));
create policy desk_writes on place_correction for insert to tipline_desk
  with check (agency_id = any(app_agencies()) and person_id = app_person() and desk_sees_report(report_id));

-- Puts a report that is through the pipeline on its way again, from a stage that judges. A report that is on its way
-- already keeps its stage unless that is behind the one asked for.
create function refire_unchecked(id bigint, from_stage text) returns void
language sql security definer set search_path = public as $$
  insert into work (report_id, revision, stage)
  select report_id, revision, from_stage from report
  where report_id = id and environment = 'live' and state = 'finished' and from_stage in ('assess', 'route')
  on conflict (report_id) do update
    set stage = case when work.stage = 'route' then excluded.stage else work.stage end
$$;
create function refire(id bigint, from_stage text) returns void
language plpgsql security definer set search_path = public as $$
begin
  if not desk_sees_report(id) then
    raise exception 'report % is not theirs to see', id using errcode = '42501';
  end if;
  perform refire_unchecked(id, from_stage);
end $$;
grant select, insert, update on work to tipline_gate;
create policy gate_refires on work for all to tipline_gate using (true) with check (true);
revoke all on function refire_unchecked(bigint, text), refire(bigint, text) from public;
grant execute on function refire_unchecked(bigint, text) to tipline_gate;
grant execute on function refire(bigint, text) to tipline_desk;

-- The rank that a report has by the assessment made for all: what a tip stands by for the moment until the pipeline has
-- judged it by the rules of the agency that receives it. Nothing of another agency's judgement goes with a report.
create function common_rank(id bigint) returns table (revision int, policy_id text, policy_version int, label text, lane text,
  band text, band_rank int, risk_low real, risk_high real, act_low real, act_high real)
language sql stable security definer set search_path = public as $$
  select a.revision, a.policy_id, a.policy_version, a.body->>'label', a.body->>'lane', a.body->'risk'->>'band',
    coalesce((select (b.ordinality - 1)::int from jsonb_array_elements(p.body->'bands') with ordinality b
      where b.value->>'id' = a.body->'risk'->>'band'), 0),
    (a.body->'risk'->>'low')::real, (a.body->'risk'->>'high')::real,
    (a.body->'actionability'->'score'->>'low')::real, (a.body->'actionability'->'score'->>'high')::real
  from assessment a join policy p using (policy_id) where p.version = a.policy_version and a.report_id = id
  order by a.revision desc, (a.policy_id = 'icac-standards') desc, a.policy_version desc limit 1
$$;
revoke all on function common_rank(bigint) from public;
grant execute on function common_rank(bigint) to tipline_gate;
grant select on assessment, policy to tipline_gate;
create policy gate_reads on assessment for select to tipline_gate using (true);

create or replace function offer_tip(from_tip bigint, to_agency text, shows_at timestamptz, why jsonb) returns void
language plpgsql security definer set search_path = public as $$
declare
  id bigint;
begin
  select report_id into id from tip where tip_id = from_tip and tip.agency_id = any(app_agencies());
  if not found then
    raise exception 'not the holder of tip %', from_tip using errcode = '42501';
  end if;
  insert into tip (report_id, agency_id, via, route, available_at, revision, policy_id, policy_version, label, lane,
    band, band_rank, risk_low, risk_high, act_low, act_high, next_clock_at, next_clock_name, summary)
  select id, to_agency, 'referral', why, shows_at, r.revision, r.policy_id, r.policy_version, r.label, r.lane, r.band,
    r.band_rank, r.risk_low, r.risk_high, r.act_low, r.act_high, t.next_clock_at, t.next_clock_name,
    t.summary || '{"reasons": []}'
  from common_rank(id) r, tip t where t.tip_id = from_tip
  on conflict (report_id, agency_id) do update
    set withdrawn_at = null,
        available_at = case when tip.withdrawn_at is null then tip.available_at else excluded.available_at end,
        route = case when tip.withdrawn_at is null then tip.route else excluded.route end;
  if not found then
    raise exception 'report % has no assessment', id;
  end if;
  perform refire_unchecked(id, 'route');
end $$;

grant create on schema public to tipline_gate;
alter function refire_unchecked(bigint, text) owner to tipline_gate;
alter function refire(bigint, text) owner to tipline_gate;
alter function common_rank(bigint) owner to tipline_gate;
revoke create on schema public from tipline_gate;
