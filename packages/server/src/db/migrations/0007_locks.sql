-- The second lock: what each role may touch at all, and which rows (invariants 4, 10, 11, 13).
grant select on provider, provider_credential, agency, person, membership to tipline_intake, tipline_pipeline, tipline_desk, tipline_admin;
revoke all on provider_credential from tipline_desk;
grant insert on provider, provider_credential, agency, person, membership, policy to tipline_admin;
grant update (revoked_at, expires_at) on provider_credential to tipline_admin;
grant update (name, kind, area) on agency to tipline_admin;
grant update (disabled_at, name, about) on person to tipline_admin;
grant select on policy to tipline_admin, tipline_pipeline, tipline_desk;
grant select, insert on session to tipline_desk;
grant update (last_seen_at, ended_at, agency_id) on session to tipline_desk;

-- Intake: what providers send.
grant usage on sequence report_id_seq to tipline_intake, tipline_desk;
grant select, insert on report, document, report_revision, file, file_details to tipline_intake;
grant update (state, last_modified_at, closed_at) on report to tipline_intake;
grant insert on work to tipline_intake;

-- Pipeline: reads what was received, writes what it makes of it, and never what an agency decides.
grant select on report, document, report_revision, file, file_details to tipline_pipeline;
grant update (state, closed_at) on report to tipline_pipeline;
grant select, insert, delete on work to tipline_pipeline;
grant update (stage, state, attempts, not_before, last_error, revision) on work to tipline_pipeline;
grant select, insert, update on identifier to tipline_pipeline;
grant select, insert, delete on report_identifier, link to tipline_pipeline;
grant select, insert, update on finding, report_facts, assessment, unrouted to tipline_pipeline;
grant select on tip to tipline_pipeline;
-- By column: a tip comes into being open. The pipeline cannot make one that is already decided.
grant insert (report_id, agency_id, via, route, available_at, revision, policy_id, policy_version, label, lane, band,
  band_rank, risk_low, risk_high, act_low, act_high, next_clock_at, next_clock_name, summary) on tip to tipline_pipeline;
grant update (revision, policy_id, policy_version, label, lane, band, band_rank, risk_low, risk_high, act_low, act_high,
  next_clock_at, next_clock_name, summary, route, amended_at, made_before) on tip to tipline_pipeline;

-- Desk: people of agencies and of the clearinghouse.
grant select on report, document, report_revision, file, file_details, work, identifier, report_identifier, finding,
  link, report_facts, assessment, unrouted, tip, decision, reopening, note, tip_seen to tipline_desk;
grant insert on report, document, report_revision, work, import_seen to tipline_desk;
grant select on import_seen to tipline_desk;
grant update (revision, last_modified_at) on report to tipline_desk;
grant update (state, not_before, attempts) on work to tipline_desk;
grant insert on decision, reopening, note, tip_seen to tipline_desk;
grant update (undone_at) on decision to tipline_desk;
grant update (state, held_until, made_before, withdrawn_at) on tip to tipline_desk;
grant update (revision, at) on tip_seen to tipline_desk;

-- Ledger: everyone inserts, nobody changes; the sequencer alone reads the whole and builds the tree.
grant insert on ledger_entry to tipline_intake, tipline_pipeline, tipline_desk, tipline_admin, tipline_ledger;
grant select on ledger_entry to tipline_ledger, tipline_desk;
grant select, delete on ledger_pending to tipline_ledger;
grant select, insert on ledger_leaf, ledger_checkpoint to tipline_ledger;
grant select on ledger_leaf, ledger_checkpoint to tipline_intake, tipline_desk;

-- Row security. FORCE binds the owner too; only the roles named in a policy see rows at all.
do $$
declare
  t text;
begin
  foreach t in array array['report', 'document', 'report_revision', 'file', 'file_details', 'tip', 'decision', 'reopening',
    'note', 'tip_seen', 'work', 'finding', 'report_facts', 'assessment', 'report_identifier', 'link', 'unrouted', 'import_seen']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

-- May the desk see this report: the clearinghouse all live ones, an agency those made available to it or imported by it.
create function desk_sees_report(id bigint) returns boolean language sql stable security definer set search_path = public as $$
  select app_is_clearinghouse()
    or exists (select 1 from tip where tip.report_id = id and tip.withdrawn_at is null and tip.available_at <= now()
      and tip.agency_id = any(app_agencies()))
    or exists (select 1 from report r where r.report_id = id and r.imported_for = any(app_agencies()))
$$;
revoke all on function desk_sees_report(bigint) from public;
grant execute on function desk_sees_report(bigint) to tipline_desk;

create policy intake_own on report for all to tipline_intake
  using (provider_id = app_provider() and environment = app_environment())
  with check (provider_id = app_provider() and environment = app_environment());
create policy pipeline_live on report for all to tipline_pipeline using (true) with check (true);
create policy desk_sees on report for select to tipline_desk
  using (environment = 'live' and (app_is_clearinghouse() or imported_for = any(app_agencies()) or desk_sees_report(report_id)));
create policy desk_imports on report for insert to tipline_desk
  with check (environment = 'live' and origin in ('le-json', 'le-pdf') and imported_for = any(app_agencies()));
create policy desk_amends on report for update to tipline_desk
  using (imported_for = any(app_agencies())) with check (imported_for = any(app_agencies()));

do $$
declare
  t text;
begin
  foreach t in array array['document', 'report_revision', 'file', 'file_details'] loop
    execute format('create policy intake_own on %I for all to tipline_intake
      using (provider_id = app_provider() and environment = app_environment())
      with check (provider_id = app_provider() and environment = app_environment())', t);
    execute format('create policy pipeline_reads on %I for select to tipline_pipeline using (true)', t);
    execute format('create policy desk_sees on %I for select to tipline_desk using (desk_sees_report(report_id))', t);
  end loop;
  foreach t in array array['document', 'report_revision'] loop
    execute format('create policy desk_imports on %I for insert to tipline_desk
      with check (exists (select 1 from report r where r.report_id = %I.report_id and r.imported_for = any(app_agencies())))', t, t);
  end loop;
  foreach t in array array['work', 'finding', 'report_facts', 'assessment', 'report_identifier', 'link', 'unrouted', 'tip'] loop
    execute format('create policy pipeline_all on %I for all to tipline_pipeline using (true) with check (true)', t);
  end loop;
  foreach t in array array['finding', 'report_facts', 'assessment', 'report_identifier'] loop
    execute format('create policy desk_sees on %I for select to tipline_desk using (desk_sees_report(report_id))', t);
  end loop;
  foreach t in array array['decision', 'reopening', 'note'] loop
    execute format('create policy desk_reads on %I for select to tipline_desk using (agency_id = any(app_agencies()))', t);
    execute format('create policy desk_writes on %I for insert to tipline_desk
      with check (agency_id = any(app_agencies()) and person_id = app_person()
        and exists (select 1 from tip where tip.tip_id = %I.tip_id and tip.agency_id = %I.agency_id))', t, t, t);
  end loop;
end $$;

create policy intake_adds on work for insert to tipline_intake
  with check (exists (select 1 from report r where r.report_id = work.report_id));
create policy desk_adds on work for insert to tipline_desk
  with check (exists (select 1 from report r where r.report_id = work.report_id and r.imported_for = any(app_agencies())));
create policy desk_sees on work for select to tipline_desk
  using (app_is_clearinghouse() or exists (select 1 from report r where r.report_id = work.report_id and r.imported_for = any(app_agencies())));
create policy desk_retries on work for update to tipline_desk using (app_is_clearinghouse()) with check (app_is_clearinghouse());

-- A link shows only where both ends may be seen.
create policy desk_sees on link for select to tipline_desk
  using (desk_sees_report(report_low) and desk_sees_report(report_high));
create policy desk_sees on unrouted for select to tipline_desk using (app_is_clearinghouse());

create policy desk_sees on tip for select to tipline_desk
  using (agency_id = any((select app_agencies())::text[]) or (select app_is_clearinghouse()));
create policy desk_moves on tip for update to tipline_desk
  using (agency_id = any(app_agencies())) with check (agency_id = any(app_agencies()));
create policy desk_undoes on decision for update to tipline_desk
  using (agency_id = any(app_agencies()) and person_id = app_person()) with check (agency_id = any(app_agencies()));
create policy own_sight on tip_seen for all to tipline_desk
  using (person_id = app_person() and agency_id = any(app_agencies()))
  with check (person_id = app_person() and agency_id = any(app_agencies()));
create policy own_imports on import_seen for all to tipline_desk
  using (imported_for = any(app_agencies())) with check (imported_for = any(app_agencies()));

-- An agency reads what its own people did; the tree is built from everything; nobody else reads entries.
alter table ledger_entry enable row level security;
alter table ledger_entry force row level security;
create policy everyone_adds on ledger_entry for insert to tipline_intake, tipline_pipeline, tipline_desk, tipline_admin, tipline_ledger
  with check (true);
create policy own_entries on ledger_entry for select to tipline_desk using (acting_for = any(app_agencies()));
create policy sequencer_reads on ledger_entry for select to tipline_ledger using (true);

-- Acts that cross an agency's border, each one narrow and each by definer's right.

-- Which other agencies have this report: names only, and only to one that may see the report itself.
create function report_also_with(id bigint) returns table (agency_id text, name text)
language sql stable security definer set search_path = public as $$
  select a.agency_id, a.name from tip join agency a using (agency_id)
  where tip.report_id = id and tip.withdrawn_at is null and tip.available_at <= now()
    and desk_sees_report(id) and not (tip.agency_id = any(app_agencies()))
$$;

-- Offers a tip to another agency. The caller must hold the tip; the offer shows when the decision takes effect.
create function offer_tip(from_tip bigint, to_agency text, shows_at timestamptz, why jsonb) returns void
language plpgsql security definer set search_path = public as $$
begin
  if not exists (select 1 from tip where tip_id = from_tip and tip.agency_id = any(app_agencies())) then
    raise exception 'not the holder of tip %', from_tip using errcode = '42501';
  end if;
  insert into tip (report_id, agency_id, via, route, available_at, revision, policy_id, policy_version, label, lane,
    band, band_rank, risk_low, risk_high, act_low, act_high, next_clock_at, next_clock_name, summary)
  select report_id, to_agency, 'referral', why, shows_at, revision, policy_id, policy_version, label, lane,
    band, band_rank, risk_low, risk_high, act_low, act_high, next_clock_at, next_clock_name, summary
  from tip where tip_id = from_tip
  on conflict (report_id, agency_id) do update
    set withdrawn_at = null,
        available_at = case when tip.withdrawn_at is null then tip.available_at else excluded.available_at end,
        route = case when tip.withdrawn_at is null then tip.route else excluded.route end;
end $$;

-- Takes an offer back, only while it does not show yet.
create function withdraw_offer(from_tip bigint, to_agency text) returns void
language plpgsql security definer set search_path = public as $$
begin
  if not exists (select 1 from tip where tip_id = from_tip and tip.agency_id = any(app_agencies())) then
    raise exception 'not the holder of tip %', from_tip using errcode = '42501';
  end if;
  update tip set withdrawn_at = now()
  where report_id = (select t.report_id from tip t where t.tip_id = from_tip) and agency_id = to_agency
    and via = 'referral' and available_at > now();
end $$;

-- The clearinghouse makes an unrouted report available to an agency. An availability, never a decision.
create function route_by_hand(id bigint, to_agency text, by_person text, why jsonb, rank jsonb) returns void
language plpgsql security definer set search_path = public as $$
begin
  if not app_is_clearinghouse() then
    raise exception 'only the clearinghouse routes by hand' using errcode = '42501';
  end if;
  insert into tip (report_id, agency_id, via, route, revision, policy_id, policy_version, label, lane, band, band_rank,
    risk_low, risk_high, act_low, act_high, next_clock_at, next_clock_name, summary)
  select id, to_agency, 'by hand', why, (rank->>'revision')::int, rank->>'policyId', (rank->>'policyVersion')::int,
    rank->>'label', rank->>'lane', rank->>'band', (rank->>'bandRank')::int, (rank->>'riskLow')::real,
    (rank->>'riskHigh')::real, (rank->>'actLow')::real, (rank->>'actHigh')::real, (rank->>'nextClockAt')::timestamptz,
    rank->>'nextClockName', rank->'summary';
  update unrouted set resolved_at = now(), resolved_by = by_person where report_id = id and resolved_at is null;
end $$;
revoke all on function report_also_with(bigint), offer_tip(bigint, text, timestamptz, jsonb),
  withdraw_offer(bigint, text), route_by_hand(bigint, text, text, jsonb, jsonb) from public;
grant execute on function report_also_with(bigint), offer_tip(bigint, text, timestamptz, jsonb),
  withdraw_offer(bigint, text), route_by_hand(bigint, text, text, jsonb, jsonb) to tipline_desk;

-- The gate's own rights: just what those functions touch. Row security is forced on owners as well, so it is named.
grant select on report, agency, decision to tipline_gate;
grant select, insert, update on tip to tipline_gate;
grant select, update on unrouted to tipline_gate;
grant insert on ledger_pending to tipline_gate;
create policy gate_all on tip for all to tipline_gate using (true) with check (true);
create policy gate_reads on report for select to tipline_gate using (true);
create policy gate_resolves on unrouted for all to tipline_gate using (true) with check (true);
grant create on schema public to tipline_gate;
alter function desk_sees_report(bigint) owner to tipline_gate;
alter function report_also_with(bigint) owner to tipline_gate;
alter function offer_tip(bigint, text, timestamptz, jsonb) owner to tipline_gate;
alter function withdraw_offer(bigint, text) owner to tipline_gate;
alter function route_by_hand(bigint, text, text, jsonb, jsonb) owner to tipline_gate;
alter function ledger_enqueue() owner to tipline_gate;
revoke create on schema public from tipline_gate;
