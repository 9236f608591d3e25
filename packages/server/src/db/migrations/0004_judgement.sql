-- The pipeline's queue: one row a report on its way. It leaves only in the transaction that creates its next
-- owner, a tip or an unrouted entry (invariant 2). Only live reports can be here (invariant 13).
create table work (
  report_id bigint primary key,
  environment text not null default 'live' check (environment = 'live'),
  revision int not null,
  stage text not null check (stage in ('normalise', 'enrich', 'link', 'assess', 'route')),
  state text not null default 'ready' check (state in ('ready', 'stuck')),
  attempts int not null default 0,
  not_before timestamptz not null default now(),
  last_error text,
  entered_at timestamptz not null default now(),
  foreign key (report_id, environment) references report (report_id, environment)
);
create index work_ready on work (stage, not_before) where state = 'ready';

create table identifier (
  identifier_id bigint generated always as identity primary key,
  kind text not null,
  value text not null,
  -- SHA-256 of kind, NUL, value: values may be longer than an index row.
  value_key bytea not null unique
);
create table report_identifier (
  report_id bigint not null references report,
  identifier_id bigint not null references identifier,
  role text not null,
  basis text not null check (basis in ('stated', 'derived')),
  path text not null,
  at timestamptz,
  primary key (report_id, identifier_id, role, path)
);
create index report_identifier_by_identifier on report_identifier (identifier_id, report_id);

create table finding (
  report_id bigint not null references report,
  revision int not null,
  key text not null,
  body jsonb not null,
  found_at timestamptz not null default now(),
  primary key (report_id, revision, key)
);

-- Two reports that share an identifier; the lower id first.
create table link (
  report_low bigint not null references report,
  report_high bigint not null references report,
  identifier_id bigint not null references identifier,
  strength text not null check (strength in ('strong', 'weak')),
  because text not null,
  made_at timestamptz not null default now(),
  primary key (report_low, report_high, identifier_id),
  check (report_low < report_high)
);
create index link_by_high on link (report_high);

create table policy (
  policy_id text not null,
  version int not null,
  body jsonb not null,
  source_text text not null,
  added_at timestamptz not null default now(),
  primary key (policy_id, version)
);

create table report_facts (
  report_id bigint not null references report,
  revision int not null,
  places jsonb not null,
  signals jsonb not null,
  made_at timestamptz not null default now(),
  primary key (report_id, revision)
);

-- Old assessments are kept: a report can be seen under any past version.
create table assessment (
  report_id bigint not null references report,
  revision int not null,
  policy_id text not null,
  policy_version int not null,
  body jsonb not null,
  made_at timestamptz not null default now(),
  primary key (report_id, revision, policy_id, policy_version),
  foreign key (policy_id, policy_version) references policy (policy_id, version)
);

create table unrouted (
  report_id bigint primary key references report,
  because text not null,
  missing jsonb not null,
  since timestamptz not null default now(),
  resolved_at timestamptz,
  resolved_by text references person
);
