-- Bundles: an agency's undecided tips that tell of one item, by a file they share or because the provider filed them as one
-- batch. Row security asks report by report, which is too slow over a whole queue; this asks once, for the agencies of the
-- session and their own tips alone.
create function own_bundles() returns table (kind text, key text, name text, tip_ids bigint[])
language sql stable security definer set search_path = public as $$
  with mine as (
    select tip_id, report_id from tip
    where agency_id = any(app_agencies()) and withdrawn_at is null and available_at <= now()
      and (state = 'open' or (state = 'held' and held_until <= now()))
  ), by_hash as (
    select i.identifier_id, i.value, array_agg(distinct m.tip_id order by m.tip_id) as tips
    from mine m join report_identifier ri using (report_id) join identifier i using (identifier_id)
    where i.kind = 'hash' group by i.identifier_id having count(distinct m.tip_id) > 1
  ), by_batch as (
    select coalesce(p.name, v.model->'reporter'->>'espName', '') as provider, v.model->>'batchedReason' as reason,
      array_agg(m.tip_id order by m.tip_id) as tips
    from mine m join report r using (report_id)
      join report_revision v on v.report_id = r.report_id and v.revision = r.revision
      left join provider p on p.provider_id = r.provider_id
    where r.batched group by 1, 2 having count(*) > 1
  )
  -- One file has several digests: bundles of the same tips are one.
  select 'hash', min(identifier_id)::text, min(value), tips from by_hash group by tips
  union all
  select 'batch', md5(provider || chr(10) || coalesce(reason, '')), provider || ': ' || coalesce(reason, ''), tips from by_batch
$$;
grant select on report_identifier, identifier, report_revision, provider to tipline_gate;
create policy gate_reads on report_identifier for select to tipline_gate using (true);
create policy gate_reads on identifier for select to tipline_gate using (true);
create policy gate_reads on report_revision for select to tipline_gate using (true);
revoke all on function own_bundles() from public;
grant execute on function own_bundles() to tipline_desk;
grant create on schema public to tipline_gate;
alter function own_bundles() owner to tipline_gate;
revoke create on schema public from tipline_gate;
