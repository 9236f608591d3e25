-- Two people at the clearinghouse may route the same waiting report in the same moment, or the pipeline may while they do.
-- Who comes second is told so, and what an agency has already stays as it is.
create or replace function route_by_hand(id bigint, to_agency text, by_person text, why jsonb, rank jsonb) returns void
language plpgsql security definer set search_path = public as $$
begin
  if not app_is_clearinghouse() then
    raise exception 'only the clearinghouse routes by hand' using errcode = '42501';
  end if;
  perform from unrouted where report_id = id and resolved_at is null for update;
  if not found then
    raise exception 'This report does not wait any longer: somebody else has routed it.' using errcode = 'TL001';
  end if;
  insert into tip (report_id, agency_id, via, route, revision, policy_id, policy_version, label, lane, band, band_rank,
    risk_low, risk_high, act_low, act_high, next_clock_at, next_clock_name, summary)
  select id, to_agency, 'by hand', why, (rank->>'revision')::int, rank->>'policyId', (rank->>'policyVersion')::int,
    rank->>'label', rank->>'lane', rank->>'band', (rank->>'bandRank')::int, (rank->>'riskLow')::real,
    (rank->>'riskHigh')::real, (rank->>'actLow')::real, (rank->>'actHigh')::real, (rank->>'nextClockAt')::timestamptz,
    rank->>'nextClockName', rank->'summary'
  on conflict (report_id, agency_id) do nothing;
  update unrouted set resolved_at = now(), resolved_by = by_person where report_id = id and resolved_at is null;
end $$;
