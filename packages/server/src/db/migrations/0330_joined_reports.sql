-- A row of the queue counts the reports that are joined to it, by a strong link or one that its agency confirmed. It counted
-- suggestions too, which a later report adds without judging this one again.
update tip set summary = jsonb_set(summary, '{linkCount}', to_jsonb((
    select count(distinct found.other)::int from (
      select report_high as other, report_low, report_high, identifier_id, strength from link where report_low = tip.report_id
      union all
      select report_low, report_low, report_high, identifier_id, strength from link where report_high = tip.report_id
    ) found
    left join link_verdict v on v.report_low = found.report_low and v.report_high = found.report_high
      and v.identifier_id = found.identifier_id and v.agency_id = tip.agency_id and v.undone_at is null
    where (found.strength = 'strong' and v.verdict is distinct from 'rejected') or v.verdict = 'confirmed'
  )))
  where summary ? 'linkCount' and (summary->>'linkCount')::int > 0;
