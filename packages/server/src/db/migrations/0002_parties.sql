-- Providers, agencies and people.
create table provider (
  provider_id int generated always as identity primary key,
  name text not null unique check (length(name) between 1 and 255),
  created_at timestamptz not null default now()
);

-- A credential belongs to one environment for ever: what it makes is of that environment (invariant 13).
create table provider_credential (
  credential_id int generated always as identity primary key,
  provider_id int not null references provider,
  environment text not null check (environment in ('live', 'test')),
  username text not null unique check (length(username) between 1 and 64),
  -- HMAC-SHA-256 of the generated password under the server's own key; the password itself is shown once.
  password_hmac bytea not null check (length(password_hmac) = 32),
  may_submit boolean not null default true,
  may_update boolean not null default true,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  unique (credential_id, provider_id, environment)
);

create table agency (
  agency_id text primary key check (length(agency_id) between 1 and 64),
  name text not null,
  kind text not null check (kind in ('clearinghouse', 'task force', 'affiliate', 'federal', 'foreign')),
  area text,
  created_at timestamptz not null default now()
);

create table person (
  person_id text primary key,
  name text not null,
  demo boolean not null default false,
  about text not null default '',
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);

create table membership (
  person_id text not null references person,
  agency_id text not null references agency,
  role text not null check (role in ('provider engineer', 'clearinghouse analyst', 'clearinghouse supervisor',
    'officer', 'agency supervisor', 'agency administrator', 'auditor', 'operator')),
  granted_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (person_id, agency_id)
);

create table session (
  -- SHA-256 of the cookie's random value: a copy of this table signs nobody in.
  token_sha256 bytea primary key check (length(token_sha256) = 32),
  person_id text not null,
  agency_id text not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  ended_at timestamptz,
  foreign key (person_id, agency_id) references membership (person_id, agency_id)
);
create index session_by_person on session (person_id) where ended_at is null;
