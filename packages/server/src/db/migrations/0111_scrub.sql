-- The nightly scrub: what it did, and what the store holds that no row knows. Nothing is ever deleted by it.
create table scrub_run (
  run_id bigint generated always as identity primary key,
  -- Files verified before this moment are still to be done in this run: a run that was stopped goes on where it was.
  begun_at timestamptz not null,
  ended_at timestamptz,
  files bigint not null default 0,
  bytes bigint not null default 0,
  intact bigint not null default 0,
  mismatches bigint not null default 0,
  -- The storage or the key store failed: it says nothing of the evidence.
  not_checked bigint not null default 0,
  orphans bigint
);
create unique index scrub_run_open on scrub_run ((true)) where ended_at is null;
grant select, insert, update on scrub_run to tipline_keeper;

-- When its bytes were last looked at, whatever was found; `verified_at` stays the last time they were what was received.
alter table file add column checked_at timestamptz;
drop index file_to_verify;
create index file_to_check on file (checked_at nulls first, file_id) where wrapped_key is not null;
grant select (checked_at) on file to tipline_intake, tipline_pipeline, tipline_desk;
grant update (checked_at) on file to tipline_keeper;
