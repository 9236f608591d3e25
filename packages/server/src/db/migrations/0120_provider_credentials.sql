-- The people of providers, and credentials that can be rotated, limited and watched.

-- Who belongs to which provider: an engineer sees that provider's own credentials and reports, and nothing else.
create table provider_person (
  person_id text not null references person,
  provider_id int not null references provider,
  granted_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (person_id, provider_id)
);
-- Of one provider at a time: whose credentials are meant is never a question.
create unique index provider_person_one on provider_person (person_id) where ended_at is null;

alter table provider_credential
  -- What it is for, in the provider's words.
  add column purpose text not null default '' check (length(purpose) <= 80),
  add column replaces int references provider_credential,
  -- Far above what the largest provider sends: 6,000 a minute are 100 a second. A limit against loops, not against use.
  add column calls_per_minute int not null default 6000 check (calls_per_minute between 1 and 10000000),
  -- To the minute, written once a minute: a write with every call would double what a call costs.
  add column last_used_at timestamptz,
  add column limited_at timestamptz;
-- A credential is replaced once: a second rotation is of the one that took its place.
create unique index provider_credential_replaced on provider_credential (replaces) where replaces is not null;
-- A provider's own reports, newest first.
create index report_by_provider on report (provider_id, environment, report_id) where provider_id is not null;

-- The engineer of a provider, and who that is, comes from the session; unset means nobody.
create function app_engineer_of(id int) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select 1 from provider_person
    where person_id = app_person() and provider_id = id and ended_at is null)
$$;
revoke all on function app_engineer_of(int) from public;
grant execute on function app_engineer_of(int) to tipline_intake;

-- The door looks a credential up by its name alone, before anybody is known: one row, by this function and no other way.
create function credential_named(login text) returns table (credential_id int, provider_id int, provider_name text,
  environment text, password_hmac bytea, may_submit boolean, may_update boolean, expires_at timestamptz,
  revoked_at timestamptz, calls_per_minute int)
language sql stable security definer set search_path = public as $$
  select c.credential_id, c.provider_id, p.name, c.environment, c.password_hmac, c.may_submit, c.may_update,
    c.expires_at, c.revoked_at, c.calls_per_minute
  from provider_credential c join provider p using (provider_id) where c.username = login
$$;

-- Writes down which credentials were used, and which were told to wait, up to now. Only ever moves forward.
create function credentials_used(used int[], used_at timestamptz[], limited int[], limited_to timestamptz[]) returns void
language sql security definer set search_path = public as $$
  update provider_credential c set last_used_at = greatest(c.last_used_at, u.at)
    from unnest(used, used_at) u (id, at) where c.credential_id = u.id;
  update provider_credential c set limited_at = greatest(c.limited_at, u.at)
    from unnest(limited, limited_to) u (id, at) where c.credential_id = u.id;
$$;
revoke all on function credential_named(text), credentials_used(int[], timestamptz[], int[], timestamptz[]) from public;
grant execute on function credential_named(text), credentials_used(int[], timestamptz[], int[], timestamptz[])
  to tipline_intake;

-- Nobody reads hashes of passwords but those functions and whoever administers; the pipeline has no use for them.
revoke all on provider_credential from tipline_pipeline, tipline_desk;
alter table provider_credential enable row level security;
alter table provider_credential force row level security;
alter table provider_person enable row level security;
alter table provider_person force row level security;

revoke select on provider_credential from tipline_intake;
grant select (credential_id, provider_id, environment, username, purpose, replaces, may_submit, may_update,
  calls_per_minute, created_at, expires_at, revoked_at, last_used_at, limited_at) on provider_credential to tipline_intake;
grant insert (provider_id, environment, username, password_hmac, purpose, replaces, created_at, calls_per_minute)
  on provider_credential to tipline_intake;
grant update (expires_at, revoked_at) on provider_credential to tipline_intake;
create policy engineer_own on provider_credential for all to tipline_intake
  using (provider_id = app_provider() and app_engineer_of(provider_id))
  with check (provider_id = app_provider() and app_engineer_of(provider_id));
grant update (calls_per_minute) on provider_credential to tipline_admin;
create policy admin_all on provider_credential for all to tipline_admin using (true) with check (true);

grant select on provider_person to tipline_desk;
create policy own_place on provider_person for select to tipline_desk using (person_id = app_person());
grant select, insert on provider_person to tipline_admin;
grant update (ended_at, granted_at) on provider_person to tipline_admin;
create policy admin_all on provider_person for all to tipline_admin using (true) with check (true);

-- The gate's rights: what those functions touch.
grant select on provider, provider_credential, provider_person to tipline_gate;
grant update (last_used_at, limited_at) on provider_credential to tipline_gate;
create policy gate_all on provider_credential for all to tipline_gate using (true) with check (true);
create policy gate_reads on provider_person for select to tipline_gate using (true);
grant create on schema public to tipline_gate;
alter function app_engineer_of(int) owner to tipline_gate;
alter function credential_named(text) owner to tipline_gate;
alter function credentials_used(int[], timestamptz[], int[], timestamptz[]) owner to tipline_gate;
revoke create on schema public from tipline_gate;
