-- An agency may set how many files a person opens in a day (UTC). A supervisor may lift that for somebody, for the day, with a
-- reason. Nobody lifts it for themselves, and lifting shows nobody else's count.
create table view_lift (
  agency_id text not null,
  person_id text not null,
  day date not null,
  lifted_by text not null,
  because text not null check (length(because) between 1 and 2000),
  at timestamptz not null default now(),
  primary key (agency_id, person_id, day),
  foreign key (person_id, agency_id) references membership (person_id, agency_id),
  foreign key (lifted_by, agency_id) references membership (person_id, agency_id),
  check (lifted_by <> person_id)
);
alter table view_lift enable row level security;
alter table view_lift force row level security;
grant select, insert on view_lift to tipline_desk;
create policy desk_sees on view_lift for select to tipline_desk using (agency_id = any(app_agencies()));
create policy desk_lifts on view_lift for insert to tipline_desk
  with check (agency_id = any(app_agencies()) and lifted_by = app_person());
