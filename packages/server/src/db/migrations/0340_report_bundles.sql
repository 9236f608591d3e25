-- Which items stand behind many reports, for the clearinghouse: over all that it received, where an agency has its own tips.
-- What agencies made of their tips is not among it: no state, no decision, and no tip that came by a referral, which is one.
-- Nor a report that an agency brought in itself.
--
-- Looked for among the newest reports; the crowd of each item is then counted whole, the newest of it `counted` at most, since
-- one item can stand behind hundreds of thousands. Where that is reached, `is_least` says so.
create index report_batched on report (report_id) where batched;

create function report_bundles(looked_through int, counted int, after_reports int, after_id text, rows_max int)
returns table (bundle_id text, kind text, name text, reports int, is_least boolean, tips int, agencies int,
  first_at timestamptz, last_at timestamptz)
language sql stable security definer set search_path = public as $$
  with newest as materialized (
    select report_id from report
    where app_is_clearinghouse() and environment = 'live' and state = 'finished' and imported_for is null
    order by report_id desc limit looked_through
  ), item as materialized (
    select distinct i.identifier_id, i.kind, i.value
    from newest join report_identifier ri using (report_id) join identifier i using (identifier_id)
    where i.kind in ('hash', 'picture')
  ), crowd as (
    select item.*, c.ids, c.first_at, c.last_at from item cross join lateral (
      select array_agg(r.report_id order by r.report_id) as ids, min(r.closed_at) as first_at, max(r.closed_at) as last_at
      from (
        select distinct ri.report_id from report_identifier ri where ri.identifier_id = item.identifier_id
        order by ri.report_id desc limit counted
      ) m join report r using (report_id)
      where r.environment = 'live' and r.state = 'finished' and r.imported_for is null
    ) c where cardinality(c.ids) > 1
  ), batched as materialized (
    select report_id, provider_id, revision, closed_at from report
    where app_is_clearinghouse() and batched and environment = 'live' and state = 'finished' and imported_for is null
    order by report_id desc limit counted
  ), batch as (
    select coalesce(p.name, v.model->'reporter'->>'espName', '') as provider, v.model->>'batchedReason' as reason,
      array_agg(b.report_id order by b.report_id) as ids, min(b.closed_at) as first_at, max(b.closed_at) as last_at
    from batched b join report_revision v using (report_id, revision) left join provider p on p.provider_id = b.provider_id
    group by 1, 2 having count(*) > 1
  ), bundle as (
    -- One file has several digests, and a file that is the same looks the same: bundles of the same reports are one.
    select case when bool_or(crowd.kind = 'hash') then 'hash' else 'near' end as kind,
      (array_agg(identifier_id order by crowd.kind, identifier_id))[1]::text as key,
      (array_agg(value order by crowd.kind, identifier_id))[1] as name, ids, cardinality(ids) >= counted as is_least,
      min(first_at) as first_at, max(last_at) as last_at
    from crowd group by ids
    union all
    select 'batch', md5(provider || chr(10) || coalesce(reason, '')), provider || ': ' || coalesce(reason, ''), ids,
      (select count(*) from batched) >= counted, first_at, last_at
    from batch
  ), page as (
    select kind || '-' || key as bundle_id, bundle.* from bundle
    where after_reports is null or (-cardinality(ids), kind || '-' || key) > (-after_reports, after_id)
    order by -cardinality(ids), kind || '-' || key limit rows_max
  )
  select page.bundle_id, page.kind, page.name, cardinality(page.ids), page.is_least, went.tips, went.agencies, page.first_at, page.last_at
  from page cross join lateral (
    select count(*)::int as tips, count(distinct t.agency_id)::int as agencies from tip t
    where t.report_id = any(page.ids) and t.via in ('routing', 'by hand') and t.withdrawn_at is null and t.available_at <= now()
  ) went order by -cardinality(page.ids), page.bundle_id
$$;

-- The reports of one such bundle, the newest first. Reading one asks by its own key alone.
create function report_bundle_members(wanted text, counted int) returns table (report_id bigint, name text)
language sql stable security definer set search_path = public as $$
  with item as (
    select i.identifier_id, i.value from identifier i
    where app_is_clearinghouse() and i.kind in ('hash', 'picture')
      and i.identifier_id = substring(wanted from '^(?:hash|near)-(\d{1,18})$')::bigint
  ), batched as (
    select r.report_id, r.provider_id, r.revision from report r
    where app_is_clearinghouse() and wanted like 'batch-%'
      and r.batched and r.environment = 'live' and r.state = 'finished' and r.imported_for is null
    order by r.report_id desc limit counted
  ), batch as (
    select b.report_id, coalesce(p.name, v.model->'reporter'->>'espName', '') as provider,
      coalesce(v.model->>'batchedReason', '') as reason
    from batched b join report_revision v using (report_id, revision) left join provider p on p.provider_id = b.provider_id
  ), member as (
    select m.report_id, item.value as name from item
      cross join lateral (select distinct ri.report_id from report_identifier ri where ri.identifier_id = item.identifier_id
        order by ri.report_id desc limit counted) m
      join report r using (report_id)
    where r.environment = 'live' and r.state = 'finished' and r.imported_for is null
    union all
    select batch.report_id, provider || ': ' || reason from batch where 'batch-' || md5(provider || chr(10) || reason) = wanted
  )
  select member.report_id, member.name from member order by member.report_id desc
$$;

do $$
declare f text;
begin
  foreach f in array array['report_bundles(int, int, int, text, int)', 'report_bundle_members(text, int)'] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to tipline_desk', f);
  end loop;
end $$;
grant create on schema public to tipline_gate;
alter function report_bundles(int, int, int, text, int) owner to tipline_gate;
alter function report_bundle_members(text, int) owner to tipline_gate;
revoke create on schema public from tipline_gate;
