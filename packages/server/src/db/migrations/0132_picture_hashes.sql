-- Perceptual hashes of pictures: one row a file that one may be computed of, by the operator's setting. It waits, is
-- computed from the vault, and says what came of it. What a picture looks like is derived, and shown so (invariant 3).
create sequence picture_order;
create table picture_hash (
  file_id text primary key references file,
  report_id bigint not null references report,
  -- Whether the provider says that it viewed the file: a setting that was narrowed since holds for what waits, too.
  viewed boolean not null,
  answer text not null default 'waiting' check (answer in ('waiting', 'hit', 'not checked', 'failed')),
  hash text check (hash ~ '^[0-9a-f]{64}$'),
  quality int check (quality between 0 and 100),
  caveat text,
  -- Hashes of earlier pictures that look the same.
  near text[] not null default '{}',
  -- Given under the lock that computing ends with, so that one who reads on from a number misses nothing.
  place bigint unique,
  asked_at timestamptz not null default now(),
  answered_at timestamptz,
  -- When the pipeline took it on: the report goes its way again with what is known now.
  taken_at timestamptz,
  check ((answer = 'hit') = (hash is not null and quality is not null)),
  check ((answer = 'waiting') = (answered_at is null))
);
create index picture_hash_waiting on picture_hash (asked_at) where answer = 'waiting';
create index picture_hash_answered on picture_hash (answered_at) where answered_at is not null and taken_at is null;
create index picture_hash_by_report on picture_hash (report_id);

-- The pipeline asks and takes on; it cannot open a file. The keeper of evidence, who can, answers.
grant select on picture_hash to tipline_pipeline, tipline_keeper;
grant insert (file_id, report_id, viewed), update (viewed, taken_at) on picture_hash to tipline_pipeline;
grant update (answer, hash, quality, caveat, near, place, answered_at) on picture_hash to tipline_keeper;
grant usage on sequence picture_order to tipline_keeper;
alter table picture_hash enable row level security;
alter table picture_hash force row level security;
create policy pipeline_all on picture_hash for all to tipline_pipeline using (true) with check (true);
create policy keeper_reads on picture_hash for select to tipline_keeper using (true);
create policy keeper_answers on picture_hash for update to tipline_keeper using (true) with check (true);

-- Bundles by what pictures look like, beside those by the same file.
create or replace function own_bundles() returns table (kind text, key text, name text, tip_ids bigint[])
language sql stable security definer set search_path = public as $$
  with mine as (
    select tip_id, report_id from tip
    where agency_id = any(app_agencies()) and withdrawn_at is null and available_at <= now()
      and (state = 'open' or (state = 'held' and held_until <= now()))
  ), by_item as (
    select i.identifier_id, i.kind, i.value, array_agg(distinct m.tip_id order by m.tip_id) as tips
    from mine m join report_identifier ri using (report_id) join identifier i using (identifier_id)
    where i.kind in ('hash', 'picture') group by i.identifier_id having count(distinct m.tip_id) > 1
  ), by_batch as (
    select coalesce(p.name, v.model->'reporter'->>'espName', '') as provider, v.model->>'batchedReason' as reason,
      array_agg(m.tip_id order by m.tip_id) as tips
    from mine m join report r using (report_id)
      join report_revision v on v.report_id = r.report_id and v.revision = r.revision
      left join provider p on p.provider_id = r.provider_id
    where r.batched group by 1, 2 having count(*) > 1
  )
  -- One file has several digests, and a file that is the same looks the same: bundles of the same tips are one.
  select case when bool_or(by_item.kind = 'hash') then 'hash' else 'near' end, min(identifier_id)::text,
    coalesce(min(value) filter (where by_item.kind = 'hash'), min(value)), tips
  from by_item group by tips
  union all
  select 'batch', md5(provider || chr(10) || coalesce(reason, '')), provider || ': ' || coalesce(reason, ''), tips from by_batch
$$;
