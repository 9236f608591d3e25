-- How people come to sign in: passkeys, an agency's OpenID provider, one-time links, and the changes of who may do what,
-- which a second person of the agency approves. No password is stored anywhere, and no secret but as its digest or sealed.
alter table person
  -- Failed sign-ins lock an account until a person of the agency unlocks it; long disuse disables it.
  add column locked_at timestamptz,
  add column disabled_because text,
  add column last_signed_in_at timestamptz;

create table passkey (
  passkey_id uuid primary key default gen_random_uuid(),
  credential_id text not null unique check (length(credential_id) between 8 and 1366),
  person_id text not null references person,
  public_key bytea not null,
  -- Authenticators that count never count back: a lower number is a copy.
  counter bigint not null check (counter >= 0),
  backed_up boolean not null,
  label text not null check (length(label) between 1 and 80),
  created_at timestamptz not null,
  last_used_at timestamptz,
  ended_at timestamptz
);
create index passkey_by_person on passkey (person_id) where ended_at is null;

-- A challenge counts once, for a few minutes, in the browser that asked for it. It is deleted when it is answered.
create table sign_in_challenge (
  challenge_id uuid primary key default gen_random_uuid(),
  purpose text not null check (purpose in ('sign in', 'prove', 'enrol', 'add device', 'oidc')),
  -- What the authenticator signs; for OpenID the state.
  challenge text not null unique,
  device_sha256 bytea not null check (length(device_sha256) = 32),
  session_id uuid references session,
  agency_id text references agency,
  -- OpenID: what ties the answer to the question.
  nonce text,
  verifier text,
  expires_at timestamptz not null
);
create index sign_in_challenge_by_expiry on sign_in_challenge (expires_at);

create table failed_sign_in (
  failure_id bigint generated always as identity primary key,
  person_id text not null references person,
  at timestamptz not null
);
create index failed_sign_in_by_person on failed_sign_in (person_id, at);

create table access_change (
  change_id uuid primary key default gen_random_uuid(),
  agency_id text not null references agency,
  person_id text not null references person,
  kind text not null check (kind in ('invite', 'role', 'recover', 'device', 'subject')),
  role text,
  subject text,
  because text not null check (length(because) between 1 and 2000),
  asked_by text not null references person,
  asked_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'approved', 'refused', 'alone')),
  decided_by text references person,
  decided_at timestamptz,
  -- When an approved device was registered.
  used_at timestamptz,
  check ((state in ('approved', 'refused')) = (decided_by is not null)),
  check ((state = 'waiting') = (decided_at is null)),
  -- A second person is a second person: neither who asked nor whom it is about.
  check (decided_by is null or (decided_by <> asked_by and decided_by <> person_id)),
  check ((kind in ('invite', 'role')) = (role is not null))
);
create unique index access_change_waiting on access_change (agency_id, person_id, kind) where state = 'waiting';
create index access_change_by_agency on access_change (agency_id, asked_at);

create table invitation (
  token_sha256 bytea primary key check (length(token_sha256) = 32),
  person_id text not null,
  agency_id text not null,
  purpose text not null check (purpose in ('join', 'recover')),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  foreign key (person_id, agency_id) references membership (person_id, agency_id)
);
create index invitation_by_person on invitation (person_id) where used_at is null and revoked_at is null;

create table agency_oidc (
  agency_id text primary key references agency,
  issuer text not null check (length(issuer) between 8 and 500),
  client_id text not null check (length(client_id) between 1 and 255),
  -- AES-256-GCM under the key `sign-in` of the data folder.
  secret_sealed bytea not null,
  set_at timestamptz not null
);

create table oidc_subject (
  agency_id text not null,
  person_id text not null,
  subject text not null check (length(subject) between 1 and 255),
  primary key (agency_id, person_id),
  unique (agency_id, subject),
  foreign key (person_id, agency_id) references membership (person_id, agency_id)
);

-- The agency whose people the signed-in person looks after, or nothing.
create function app_administers() returns text language sql stable as
  $$ select nullif(current_setting('app.administers', true), '') $$;

grant select, insert on passkey, failed_sign_in to tipline_door;
grant select, insert, delete on sign_in_challenge to tipline_door;
grant update (counter, backed_up, last_used_at, ended_at) on passkey to tipline_door;
grant select on access_change, invitation, agency_oidc, oidc_subject to tipline_door;
grant update (used_at) on access_change, invitation to tipline_door;
grant update (locked_at, disabled_at, disabled_because, last_signed_in_at) on person to tipline_door;
-- Whoever an agency recovered loses what other agencies gave them: those have not seen who it was.
grant update (ended_at) on membership to tipline_door;

-- By column: who looks after people sees that there is a passkey, not its key.
grant select (passkey_id, person_id, label, created_at, last_used_at, backed_up, ended_at) on passkey to tipline_desk;
grant update (ended_at) on passkey to tipline_desk;
grant select, insert on access_change, invitation, oidc_subject to tipline_desk;
grant update (state, decided_by, decided_at) on access_change to tipline_desk;
grant update (revoked_at) on invitation to tipline_desk;
grant update (subject) on oidc_subject to tipline_desk;
grant insert (person_id, name, created_at) on person to tipline_desk;
grant update (locked_at, disabled_at, disabled_because, last_signed_in_at) on person to tipline_desk;
grant insert, update (role, granted_at, ended_at) on membership to tipline_desk;

grant select, insert, update on agency_oidc to tipline_admin;
grant select, insert on invitation to tipline_admin;
grant update (revoked_at) on invitation to tipline_admin;

-- What only the door and the operator may touch at all needs no rows told apart: challenges, failures, an agency's provider.
do $$
declare
  t text;
begin
  foreach t in array array['passkey', 'access_change', 'invitation', 'oidc_subject']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy door_all on %I for all to tipline_door using (true) with check (true)', t);
  end loop;
end $$;
create policy own_and_administered on passkey for all to tipline_desk
  using (person_id = app_person() or exists (select 1 from membership m where m.person_id = passkey.person_id
    and m.agency_id = app_administers() and m.ended_at is null));
create policy own_and_administered on access_change for all to tipline_desk
  using (agency_id = app_administers() or person_id = app_person())
  with check (agency_id = app_administers() or (person_id = app_person() and asked_by = app_person() and kind = 'device'));
create policy administered on invitation for all to tipline_desk
  using (agency_id = app_administers()) with check (agency_id = app_administers());
create policy administered on oidc_subject for all to tipline_desk
  using (agency_id = app_administers()) with check (agency_id = app_administers());
create policy operator_all on invitation for all to tipline_admin using (true) with check (true);
-- Ending the sessions of somebody who leaves, or who is recovered.
create policy administered on session for all to tipline_desk
  using (agency_id = app_administers()) with check (agency_id = app_administers());

-- People and memberships are read by every role, for names; so what the desk may write of them is held by these.
create function desk_writes_person() returns trigger language plpgsql as $$
begin
  if current_user = 'tipline_desk' and (app_administers() is null or new.person_id = app_person() or new.demo
    or (tg_op = 'UPDATE' and not exists (select 1 from membership m where m.person_id = new.person_id
      and m.agency_id = app_administers() and m.ended_at is null))) then
    raise exception 'person % is not theirs to write', new.person_id using errcode = '42501';
  end if;
  return new;
end $$;
create trigger desk_writes before insert or update on person for each row execute function desk_writes_person();
-- Nobody gives themselves a role.
create function desk_writes_membership() returns trigger language plpgsql as $$
begin
  if current_user = 'tipline_desk' and (new.agency_id is distinct from app_administers() or new.person_id = app_person()) then
    raise exception 'membership of % is not theirs to write', new.agency_id using errcode = '42501';
  end if;
  return new;
end $$;
create trigger desk_writes before insert or update on membership for each row execute function desk_writes_membership();

-- The address of the provider alone, for the page of the agency's people; its secret is the door's.
create function agency_issuer(agency text) returns table (issuer text)
language sql stable security definer set search_path = public as $$
  select o.issuer from agency_oidc o where o.agency_id = agency and agency = app_administers()
$$;
revoke all on function agency_issuer(text) from public;
grant execute on function agency_issuer(text) to tipline_desk;
grant select (agency_id, issuer) on agency_oidc to tipline_gate;
grant create on schema public to tipline_gate;
alter function agency_issuer(text) owner to tipline_gate;
revoke create on schema public from tipline_gate;
