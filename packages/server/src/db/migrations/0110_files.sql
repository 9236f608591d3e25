-- Opening a file is an act of its own: recorded before a byte is given, behind the legal gate (invariant 9). Until now every
-- role that may see a file's row could also read its wrapped key, which is all the database holds against opening it.

-- Keeps the evidence: re-hashes it, moves its keys, destroys them. It reads no report and writes no decision.
do $$
begin
  begin
    create role tipline_keeper nologin nosuperuser nocreatedb nocreaterole nobypassrls;
  exception when duplicate_object or unique_violation then null;
  end;
  begin
    grant tipline_keeper to current_user;
  exception when duplicate_object or unique_violation or invalid_grant_operation then null;
  end;
end $$;
grant usage on schema public to tipline_keeper;
grant insert on ledger_entry to tipline_keeper;
create policy keeper_adds on ledger_entry for insert to tipline_keeper with check (true);

alter table file
  -- When its bytes were last found to be what was received.
  add column verified_at timestamptz,
  add column destroyed_at timestamptz,
  add check ((wrapped_key is null) = (destroyed_at is not null));
-- The scrub takes what was verified longest ago.
create index file_to_verify on file (verified_at nulls first, file_id) where wrapped_key is not null;

-- The wrapped key is for the keeper, and for an opening that is on record. The pipeline ranks without it.
revoke select on file from tipline_intake, tipline_pipeline, tipline_desk;
grant select (file_id, report_id, environment, provider_id, name_as_received, size_bytes, md5, sha1, sha256, key_id,
  stored_bytes, stored_sha256, received_at, verified_at, destroyed_at) on file to tipline_intake, tipline_pipeline, tipline_desk;
grant select on file to tipline_keeper;
grant update (wrapped_key, key_id, verified_at, destroyed_at) on file to tipline_keeper;
create policy keeper_reads on file for select to tipline_keeper using (true);
create policy keeper_keeps on file for update to tipline_keeper using (true) with check (true);

-- What an officer holds for one file: a warrant, consent, exigency, or counsel's reading. For that file and that agency alone.
create table file_authority (
  authority_id bigint generated always as identity primary key,
  file_id text not null references file,
  report_id bigint not null references report,
  tip_id bigint not null references tip,
  agency_id text not null,
  person_id text not null,
  kind text not null check (kind in ('warrant', 'consent', 'exigency', 'counsel reading')),
  court text check (length(court) between 1 and 300),
  number text check (length(number) between 1 and 200),
  dated date,
  returned_by date,
  given_by text check (length(given_by) between 1 and 300),
  note text not null check (length(note) between 1 and 4000),
  at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_because text,
  foreign key (person_id, agency_id) references membership (person_id, agency_id),
  unique (authority_id, file_id, agency_id),
  check (kind <> 'warrant' or (court is not null and number is not null and dated is not null)),
  check (kind not in ('consent', 'counsel reading') or given_by is not null),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_because is null))
);
create index file_authority_by_tip on file_authority (tip_id);

-- One opening: whose, why, and what the gate said. Without "no warrant needed" it names an authority for that very file.
create table file_opening (
  opening_id bigint generated always as identity primary key,
  file_id text not null references file,
  report_id bigint not null references report,
  tip_id bigint not null references tip,
  agency_id text not null,
  person_id text not null,
  purpose text not null check (length(purpose) between 1 and 60),
  reason text not null check (length(reason) between 1 and 2000),
  gate text not null check (gate in ('no warrant needed', 'warrant needed', 'unsettled')),
  authority_id bigint,
  opened_at timestamptz not null default now(),
  -- When the first byte was let out. Only then was anything seen.
  streamed_at timestamptz,
  foreign key (person_id, agency_id) references membership (person_id, agency_id),
  foreign key (authority_id, file_id, agency_id) references file_authority (authority_id, file_id, agency_id),
  check (gate = 'no warrant needed' or authority_id is not null)
);
create index file_opening_by_person on file_opening (person_id, opened_at);
create index file_opening_by_file on file_opening (file_id, agency_id);
create index file_opening_by_agency on file_opening (agency_id, streamed_at);

-- How a person wants what they open to be shown. Theirs alone.
create table viewing_preference (
  person_id text primary key references person,
  blur_pixels smallint not null check (blur_pixels between 0 and 40),
  greyscale boolean not null,
  muted boolean not null,
  break_minutes smallint not null check (break_minutes between 0 and 240),
  changed_at timestamptz not null default now()
);

-- Evidence that is not what was received. An incident and not a log line: it stays until somebody says what was done.
create table incident (
  incident_id bigint generated always as identity primary key,
  kind text not null check (kind in ('mismatch', 'missing', 'key refused')),
  file_id text not null references file,
  report_id bigint not null references report,
  damage text check (length(damage) <= 200),
  found_by text not null check (found_by in ('reading', 'scrub')),
  found_at timestamptz not null default now(),
  resolved_at timestamptz,
  resolved_by text,
  resolution text check (length(resolution) between 1 and 4000),
  check ((resolved_at is null) = (resolved_by is null) and (resolved_at is null) = (resolution is null))
);
-- One open incident a file, however often it is met.
create unique index incident_open on incident (file_id) where resolved_at is null;

do $$
declare
  t text;
begin
  foreach t in array array['file_authority', 'file_opening', 'viewing_preference', 'incident'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  foreach t in array array['file_authority', 'file_opening'] loop
    execute format('create policy desk_writes on %I for insert to tipline_desk
      with check (agency_id = any(app_agencies()) and person_id = app_person()
        and exists (select 1 from tip where tip.tip_id = %I.tip_id and tip.agency_id = %I.agency_id and tip.report_id = %I.report_id)
        and exists (select 1 from file f where f.file_id = %I.file_id and f.report_id = %I.report_id))', t, t, t, t, t, t);
  end loop;
end $$;
grant select, insert on file_authority, file_opening, viewing_preference, incident to tipline_desk;
grant update (withdrawn_at, withdrawn_by, withdrawn_because) on file_authority to tipline_desk;
grant update (streamed_at) on file_opening to tipline_desk;
grant update (blur_pixels, greyscale, muted, break_minutes, changed_at) on viewing_preference to tipline_desk;
grant update (resolved_at, resolved_by, resolution) on incident to tipline_desk;

create policy desk_reads on file_authority for select to tipline_desk using (agency_id = any(app_agencies()));
create policy desk_withdraws on file_authority for update to tipline_desk
  using (agency_id = any(app_agencies())) with check (agency_id = any(app_agencies()));
-- A person's openings are counted for that person alone; what the agency may know of them is told by the functions below.
create policy own_openings on file_opening for select to tipline_desk
  using (person_id = app_person() and agency_id = any(app_agencies()));
create policy own_streams on file_opening for update to tipline_desk
  using (person_id = app_person() and agency_id = any(app_agencies()))
  with check (person_id = app_person() and agency_id = any(app_agencies()));
create policy own_preference on viewing_preference for all to tipline_desk
  using (person_id = app_person()) with check (person_id = app_person());

-- Whether the signed-in person keeps the machine: sees that evidence is damaged, and never what it is.
create function app_operates() returns boolean language sql stable as
  $$ select coalesce(current_setting('app.operates', true), '') = 'on' $$;
create policy desk_finds on incident for insert to tipline_desk
  with check (resolved_at is null and desk_sees_report(report_id));
create policy desk_sees on incident for select to tipline_desk
  using (app_is_clearinghouse() or app_operates() or desk_sees_report(report_id));
create policy desk_resolves on incident for update to tipline_desk
  using (app_is_clearinghouse()) with check (app_is_clearinghouse());
grant select, insert on incident to tipline_keeper;
create policy keeper_finds on incident for insert to tipline_keeper with check (resolved_at is null);
create policy keeper_sees on incident for select to tipline_keeper using (true);

-- What the vault needs to give out the bytes of an opening that is on record, to the person who opened, for an hour at most.
create function opened_file(opening bigint)
returns table (file_id text, report_id bigint, tip_id bigint, size_bytes bigint, sha256 text, wrapped_key bytea, key_id text)
language sql stable security definer set search_path = public as $$
  select f.file_id, o.report_id, o.tip_id, f.size_bytes, f.sha256, f.wrapped_key, f.key_id
  from file_opening o join file f using (file_id)
  where o.opening_id = opening and o.person_id = app_person() and o.agency_id = any(app_agencies())
    and o.opened_at > now() - interval '1 hour'
    and exists (select 1 from tip t where t.tip_id = o.tip_id and t.agency_id = o.agency_id and t.withdrawn_at is null)
$$;

-- When somebody of the agency last looked at a file, so that nobody repeats it needlessly. Not who.
create function seen_at_agency(files text[]) returns table (file_id text, last_at timestamptz, times bigint)
language sql stable security definer set search_path = public as $$
  select o.file_id, max(o.streamed_at), count(*) from file_opening o
  where o.file_id = any(files) and o.agency_id = any(app_agencies()) and o.streamed_at is not null
  group by o.file_id
$$;

-- What a supervisor may know of exposure: sums of whole weeks (UTC), and none of a week in which fewer than five people
-- looked. Weeks do not overlap and the running one is left out, so that no difference of two sums tells of one person.
create function agency_view_sums(as_of timestamptz) returns table (week date, views bigint)
language sql stable security definer set search_path = public as $$
  select date_trunc('week', o.streamed_at at time zone 'UTC')::date,
    case when count(distinct o.person_id) >= 5 then count(*) end
  from file_opening o
  where o.agency_id = any(app_agencies())
    and o.streamed_at >= (date_trunc('week', as_of at time zone 'UTC') - interval '8 weeks') at time zone 'UTC'
    and o.streamed_at < date_trunc('week', as_of at time zone 'UTC') at time zone 'UTC'
  group by 1 order by 1
$$;

revoke all on function opened_file(bigint), seen_at_agency(text[]), agency_view_sums(timestamptz) from public;
grant execute on function opened_file(bigint), seen_at_agency(text[]), agency_view_sums(timestamptz) to tipline_desk;
grant select on file, file_opening to tipline_gate;
create policy gate_reads on file for select to tipline_gate using (true);
create policy gate_reads on file_opening for select to tipline_gate using (true);
grant create on schema public to tipline_gate;
alter function opened_file(bigint) owner to tipline_gate;
alter function seen_at_agency(text[]) owner to tipline_gate;
alter function agency_view_sums(timestamptz) owner to tipline_gate;
revoke create on schema public from tipline_gate;
