-- What was received. Nothing here is ever rewritten; later documents become later revisions.
create sequence report_id_seq as bigint start 1000001;

create table report (
  report_id bigint primary key default nextval('report_id_seq'),
  environment text not null check (environment in ('live', 'test')),
  origin text not null check (origin in ('reporting-xml', 'le-json', 'public-form', 'le-pdf')),
  provider_id int references provider,
  credential_id int,
  -- The agency that imported it, for an import.
  imported_for text references agency,
  state text not null check (state in ('open', 'finished', 'retracted', 'expired')),
  batched boolean not null default false,
  revision int not null default 1 check (revision >= 1),
  source_report_id text,
  opened_at timestamptz not null default now(),
  last_modified_at timestamptz not null default now(),
  closed_at timestamptz,
  unique (report_id, environment),
  unique (report_id, environment, provider_id),
  foreign key (credential_id, provider_id, environment)
    references provider_credential (credential_id, provider_id, environment),
  check ((state = 'open') = (closed_at is null)),
  check ((origin = 'reporting-xml') = (credential_id is not null)),
  check ((origin in ('le-json', 'le-pdf')) = (imported_for is not null))
);
-- The expiry sweep looks only at what is still open.
create index report_open on report (last_modified_at) where state = 'open';
-- An import with the same number at the same agency amends the report it already has.
create unique index report_import_number on report (imported_for, source_report_id)
  where imported_for is not null and source_report_id is not null;

create table document (
  document_id bigint generated always as identity primary key,
  report_id bigint not null,
  environment text not null,
  -- Null for an import. Carried here so that row security needs no look at another table.
  provider_id int,
  kind text not null check (kind in ('submit', 'fileinfo', 'import')),
  bytes bytea not null,
  sha256 bytea not null check (length(sha256) = 32),
  content_type text,
  received_at timestamptz not null default now(),
  foreign key (report_id, environment) references report (report_id, environment),
  foreign key (report_id, environment, provider_id) references report (report_id, environment, provider_id)
);
create index document_by_report on document (report_id);
-- The same file imported twice by one agency is one report.
create table import_seen (
  imported_for text not null references agency,
  sha256 bytea not null,
  report_id bigint not null references report,
  primary key (imported_for, sha256)
);

create table report_revision (
  report_id bigint not null,
  environment text not null,
  -- Null for an import. Carried here so that row security needs no look at another table.
  provider_id int,
  revision int not null,
  document_id bigint not null references document,
  model jsonb not null,
  received_at timestamptz not null default now(),
  primary key (report_id, revision),
  foreign key (report_id, environment) references report (report_id, environment),
  foreign key (report_id, environment, provider_id) references report (report_id, environment, provider_id)
);

create table file (
  file_id text primary key check (file_id ~ '^[0-9a-f]{32}$'),
  report_id bigint not null,
  environment text not null,
  -- Null for an import. Carried here so that row security needs no look at another table.
  provider_id int,
  name_as_received text,
  size_bytes bigint not null check (size_bytes >= 0),
  md5 text not null,
  sha1 text not null,
  sha256 text not null,
  -- What the vault needs to open the object again. Dropping wrapped_key is the deletion.
  wrapped_key bytea,
  key_id text not null,
  stored_bytes bigint not null,
  stored_sha256 text not null,
  received_at timestamptz not null default now(),
  foreign key (report_id, environment) references report (report_id, environment),
  foreign key (report_id, environment, provider_id) references report (report_id, environment, provider_id)
);
create index file_by_report on file (report_id);
create index file_by_sha256 on file (sha256);

-- Once per file: the primary key refuses a second fileinfo.
create table file_details (
  file_id text primary key references file,
  report_id bigint not null,
  environment text not null,
  -- Null for an import. Carried here so that row security needs no look at another table.
  provider_id int,
  document_id bigint not null references document,
  model jsonb not null,
  received_at timestamptz not null default now(),
  foreign key (report_id, environment) references report (report_id, environment),
  foreign key (report_id, environment, provider_id) references report (report_id, environment, provider_id)
);
create index file_details_by_report on file_details (report_id);
