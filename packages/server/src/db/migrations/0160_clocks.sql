-- What a person recorded that starts a clock: a letter that was sent, a warrant that is to be returned. The pipeline and the
-- clearinghouse have no right to write here: a clock that somebody is held to comes from a person of that agency.
create table clock_entry (
  entry_id bigint generated always as identity primary key,
  tip_id bigint not null references tip,
  agency_id text not null,
  person_id text not null,
  kind text not null check (kind in ('preservation letter', 'warrant return')),
  party text not null check (length(party) between 1 and 255),
  reference text check (length(reference) between 1 and 120),
  method text check (length(method) between 1 and 255),
  at timestamptz not null,
  renews bigint references clock_entry,
  recorded_at timestamptz not null default now(),
  ended_as text check (ended_as in ('returned', 'withdrawn')),
  ended_because text check (length(ended_because) between 1 and 2000),
  ended_by text references person,
  ended_at timestamptz,
  foreign key (person_id, agency_id) references membership (person_id, agency_id),
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_as is null)),
  check (ended_as <> 'returned' or kind = 'warrant return'),
  check (renews is null or kind = 'preservation letter')
);
create index clock_entry_by_tip on clock_entry (tip_id);

-- How long operators keep their logs, as far as an agency knows. It comes empty: no window is invented. An entry is never
-- rewritten: it ends, and another begins.
create table log_window (
  window_id bigint generated always as identity primary key,
  agency_id text not null,
  person_id text not null,
  network text not null check (length(network) between 2 and 200),
  days int not null check (days between 1 and 3660),
  source text not null check (length(source) between 3 and 500),
  as_of date not null,
  from_day date not null,
  to_day date,
  at timestamptz not null default now(),
  ended_by text references person,
  ended_because text check (length(ended_because) between 1 and 2000),
  foreign key (person_id, agency_id) references membership (person_id, agency_id),
  check (to_day is null or to_day >= from_day)
);
create index log_window_by_agency on log_window (agency_id);

-- A time of the agency's own, with the rule it rests on.
create table agency_time (
  time_id bigint generated always as identity primary key,
  agency_id text not null,
  person_id text not null,
  name text not null check (length(name) between 3 and 120),
  hours int not null check (hours between 1 and 8784),
  band text check (length(band) between 1 and 64),
  authority text not null check (length(authority) between 3 and 500),
  from_day date not null,
  to_day date,
  at timestamptz not null default now(),
  ended_by text references person,
  ended_because text check (length(ended_because) between 1 and 2000),
  foreign key (person_id, agency_id) references membership (person_id, agency_id),
  check (to_day is null or to_day >= from_day)
);
create index agency_time_by_agency on agency_time (agency_id);

-- The clocks of a tip as they were last worked out, so that the board is one index scan. A later run replaces them as a whole.
create table tip_clock (
  tip_id bigint not null references tip,
  agency_id text not null,
  key text not null,
  kind text not null,
  ends_at timestamptz not null,
  body jsonb not null,
  primary key (tip_id, key)
);
create index tip_clock_board on tip_clock (agency_id, ends_at, tip_id, key);

-- Tips whose clocks are to be worked out anew: the agency's table or times changed.
create table clock_work (
  tip_id bigint primary key references tip,
  agency_id text not null,
  since timestamptz not null default now()
);
-- The sweep looks for tips whose next clock has passed.
create index tip_clock_next on tip (next_clock_at) where next_clock_at is not null and withdrawn_at is null;

-- A person's calendar feed. Its address holds a random token of which only the digest is kept.
create table calendar_feed (
  feed_id bigint generated always as identity primary key,
  person_id text not null,
  agency_id text not null,
  token_sha256 bytea not null unique check (length(token_sha256) = 32),
  made_at timestamptz not null default now(),
  last_read_at timestamptz,
  revoked_at timestamptz,
  foreign key (person_id, agency_id) references membership (person_id, agency_id)
);
create unique index calendar_feed_one on calendar_feed (person_id, agency_id) where revoked_at is null;

grant select, insert on clock_entry, log_window, agency_time, tip_clock, clock_work, calendar_feed to tipline_desk;
grant update (ended_as, ended_because, ended_by, ended_at) on clock_entry to tipline_desk;
grant update (to_day, ended_by, ended_because) on log_window, agency_time to tipline_desk;
grant update (last_read_at, revoked_at) on calendar_feed to tipline_desk;
grant delete on tip_clock to tipline_desk;
grant select on clock_entry, log_window, agency_time, tip_clock, clock_work to tipline_pipeline;
grant insert, delete on tip_clock to tipline_pipeline;
grant insert, delete on clock_work to tipline_pipeline;
grant update (since) on clock_work to tipline_pipeline;

do $$
declare
  t text;
begin
  foreach t in array array['clock_entry', 'log_window', 'agency_time', 'tip_clock', 'clock_work', 'calendar_feed'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  foreach t in array array['clock_entry', 'log_window', 'agency_time'] loop
    execute format('create policy pipeline_reads on %I for select to tipline_pipeline using (true)', t);
    execute format('create policy desk_reads on %I for select to tipline_desk using (agency_id = any(app_agencies()))', t);
    execute format('create policy desk_ends on %I for update to tipline_desk
      using (agency_id = any(app_agencies())) with check (agency_id = any(app_agencies()) and ended_by = app_person())', t);
  end loop;
  foreach t in array array['log_window', 'agency_time'] loop
    execute format('create policy desk_writes on %I for insert to tipline_desk
      with check (agency_id = any(app_agencies()) and person_id = app_person())', t);
  end loop;
  foreach t in array array['tip_clock', 'clock_work'] loop
    execute format('create policy pipeline_all on %I for all to tipline_pipeline using (true) with check (true)', t);
    execute format('create policy desk_own on %I for all to tipline_desk
      using (agency_id = any(app_agencies()))
      with check (agency_id = any(app_agencies())
        and exists (select 1 from tip where tip.tip_id = %I.tip_id and tip.agency_id = %I.agency_id))', t, t, t);
  end loop;
end $$;
create policy desk_writes on clock_entry for insert to tipline_desk
  with check (agency_id = any(app_agencies()) and person_id = app_person()
    and exists (select 1 from tip where tip.tip_id = clock_entry.tip_id and tip.agency_id = clock_entry.agency_id));
create policy desk_own on calendar_feed for all to tipline_desk
  using (agency_id = any(app_agencies()) and person_id = app_person())
  with check (agency_id = any(app_agencies()) and person_id = app_person());

-- Whose feed a token opens: asked before anybody is known, so by definer's right and by digest alone.
create function calendar_of(digest bytea) returns table (feed_id bigint, person_id text, agency_id text, role text, clearinghouse boolean)
language sql stable security definer set search_path = public as $$
  select f.feed_id, f.person_id, f.agency_id, m.role, a.kind = 'clearinghouse'
  from calendar_feed f join membership m using (person_id, agency_id) join person p using (person_id) join agency a using (agency_id)
  where f.token_sha256 = digest and f.revoked_at is null and m.ended_at is null and p.disabled_at is null
$$;
revoke all on function calendar_of(bytea) from public;
grant execute on function calendar_of(bytea) to tipline_desk;
grant select on calendar_feed, membership, person to tipline_gate;
create policy gate_reads on calendar_feed for select to tipline_gate using (true);
grant create on schema public to tipline_gate;
alter function calendar_of(bytea) owner to tipline_gate;
revoke create on schema public from tipline_gate;

-- What was there before is worked out by the sweep.
insert into clock_work (tip_id, agency_id) select tip_id, agency_id from tip where withdrawn_at is null;
