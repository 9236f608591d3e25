-- Sessions that turn their token, know their device, lock when left alone and remember when the person last proved who
-- they are. A role of its own reads and writes them: it sees who signs in and no report; and the role of the desk, which
-- sees reports, can neither make a session nor look up one that is not the signed-in person's own.
do $$
begin
  begin
    create role tipline_door nologin nosuperuser nocreatedb nocreaterole nobypassrls;
  exception when duplicate_object or unique_violation then null;
  end;
  begin
    grant tipline_door to current_user;
  exception when duplicate_object or unique_violation or invalid_grant_operation then null;
  end;
end $$;
grant usage on schema public to tipline_door;

-- Sessions that were begun without a device are over: everybody signs in once more.
delete from session;
alter table session
  drop constraint session_pkey,
  add column session_id uuid primary key default gen_random_uuid(),
  add unique (token_sha256),
  -- The token before the last turn: calls that were on their way when it turned still count, for a moment. Used later
  -- than that it is a copy, and the session ends.
  add column previous_token_sha256 bytea unique check (length(previous_token_sha256) = 32),
  add column turned_at timestamptz not null,
  -- SHA-256 of the cookie of the browser it was begun in. Elsewhere the token opens nothing.
  add column device_sha256 bytea not null check (length(device_sha256) = 32),
  add column method text not null check (method in ('demonstration', 'passkey', 'oidc')),
  -- When the person last proved who they are: at sign-in, at unlocking, and before what asks for it.
  add column proven_at timestamptz not null,
  add column locked_at timestamptz;

revoke all on session from tipline_desk;
grant select (session_id, person_id, agency_id, created_at, last_seen_at, ended_at, method, locked_at) on session to tipline_desk;
grant update (ended_at) on session to tipline_desk;
grant select, insert, update on session to tipline_door;
grant select on person, membership, agency to tipline_door;
grant insert on ledger_entry to tipline_door;

alter table session enable row level security;
alter table session force row level security;
create policy door_all on session for all to tipline_door using (true) with check (true);
create policy own_sessions on session for all to tipline_desk
  using (person_id = app_person()) with check (person_id = app_person());
create policy door_adds on ledger_entry for insert to tipline_door with check (true);
