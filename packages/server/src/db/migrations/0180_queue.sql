-- What a queue is narrowed and counted by, as columns: taking it out of the summary for each of 100,000 tips at each count
-- would cost more than the count.
alter table tip
  add column provider_name text generated always as (summary->>'provider') stored,
  -- "WI, US" of "Madison, WI, US"; the place itself where it has no region.
  add column region text generated always as (
    coalesce(substring(summary->>'place' from '[^, ][^,]*, [^,]+$'), summary->>'place')) stored;

-- The pace of an agency is counted from its last weeks.
create index decision_by_agency_time on decision (agency_id, decided_at);

-- A narrowing of the queue with a name.
create table queue_view (
  view_id bigint generated always as identity primary key,
  agency_id text not null references agency,
  person_id text not null,
  name text not null check (length(name) between 1 and 60),
  shared boolean not null,
  filter jsonb not null,
  saved_at timestamptz not null default now(),
  unique (agency_id, person_id, name),
  foreign key (person_id, agency_id) references membership (person_id, agency_id)
);

-- The view that a person's queue opens with. It goes with the view.
create table queue_default (
  agency_id text not null references agency,
  person_id text not null,
  view_id bigint not null references queue_view on delete cascade,
  primary key (agency_id, person_id),
  foreign key (person_id, agency_id) references membership (person_id, agency_id)
);

grant select, insert, delete on queue_view, queue_default to tipline_desk;
grant update (shared, filter, saved_at) on queue_view to tipline_desk;
grant update (view_id) on queue_default to tipline_desk;

alter table queue_view enable row level security;
alter table queue_view force row level security;
create policy own_or_shared on queue_view for select to tipline_desk
  using (agency_id = any(app_agencies()) and (shared or person_id = app_person()));
create policy own_added on queue_view for insert to tipline_desk
  with check (agency_id = any(app_agencies()) and person_id = app_person());
create policy own_changed on queue_view for update to tipline_desk
  using (agency_id = any(app_agencies()) and person_id = app_person())
  with check (agency_id = any(app_agencies()) and person_id = app_person());
create policy own_removed on queue_view for delete to tipline_desk
  using (agency_id = any(app_agencies()) and person_id = app_person());

alter table queue_default enable row level security;
alter table queue_default force row level security;
create policy own_default on queue_default for all to tipline_desk
  using (agency_id = any(app_agencies()) and person_id = app_person())
  with check (agency_id = any(app_agencies()) and person_id = app_person()
    and exists (select from queue_view v where v.view_id = queue_default.view_id and v.agency_id = queue_default.agency_id));
