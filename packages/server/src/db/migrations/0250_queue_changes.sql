-- What a queue is counted by is kept in the server's memory and brought up to date by what changed since the last look: counting
-- 100,000 rows anew for each look at each desk costs seconds. The number of the transaction that wrote a row says whether a
-- later look has seen it: whatever a snapshot could not see was written by a transaction at or above its xmin, whenever it commits.
alter table tip add column changed xid8 not null default pg_current_xact_id();
create function note_change() returns trigger language plpgsql as
  $$ begin new.changed := pg_current_xact_id(); return new; end $$;
create trigger tip_changed before update on tip for each row execute function note_change();
create index tip_by_change on tip (agency_id, changed);

-- What came since a list was fetched is asked for by every open desk, every few seconds.
create index tip_by_news on tip (agency_id, greatest(available_at, amended_at));

-- What a person has read, for the counts of what they have not.
create index tip_seen_by_person on tip_seen (person_id, agency_id) include (tip_id, revision);
