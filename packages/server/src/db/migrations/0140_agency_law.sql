-- An agency's own layer of the legal pack, and the forum in which its cases are heard. Every version stays, with who wrote
-- it and why: what was answered on any day can be shown again. The newest one is in force. Nothing is ever changed.
create table agency_law (
  agency_id text not null references agency,
  version int not null check (version >= 1),
  -- The state, district or territory; null where the agency has not said, and its service area tells.
  forum_state text check (forum_state ~ '^[A-Z]{2}$'),
  forum_circuit text check (forum_circuit ~ '^([1-9]|1[01]|DC)$'),
  forum_courts text check (forum_courts in ('either', 'state', 'federal')),
  source_text text not null check (length(source_text) <= 200000),
  -- The entries as read from the text.
  entries jsonb not null,
  because text not null check (length(because) between 1 and 2000),
  saved_by text not null,
  saved_at timestamptz not null default now(),
  primary key (agency_id, version),
  foreign key (saved_by, agency_id) references membership (person_id, agency_id),
  check ((forum_state is null) = (forum_courts is null)),
  check (forum_circuit is null or forum_state is not null)
);

alter table agency_law enable row level security;
alter table agency_law force row level security;
grant select, insert on agency_law to tipline_desk;
create policy desk_reads on agency_law for select to tipline_desk using (agency_id = any(app_agencies()));
create policy desk_writes on agency_law for insert to tipline_desk
  with check (agency_id = any(app_agencies()) and saved_by = app_person());
