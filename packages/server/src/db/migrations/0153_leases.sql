-- Who is on a tip. A lease forbids nobody to read; it ends by itself, and whoever decides meanwhile takes it over by an act.
create table tip_lease (
  tip_id bigint primary key references tip,
  agency_id text not null references agency,
  person_id text not null,
  taken_at timestamptz not null default now(),
  until timestamptz not null,
  foreign key (person_id, agency_id) references membership (person_id, agency_id),
  check (until > taken_at)
);
alter table tip_lease enable row level security;
alter table tip_lease force row level security;
grant select, insert, delete on tip_lease to tipline_desk;
grant update (person_id, taken_at, until) on tip_lease to tipline_desk;
create policy desk_reads on tip_lease for select to tipline_desk using (agency_id = any(app_agencies()));
create policy desk_takes on tip_lease for insert to tipline_desk
  with check (agency_id = any(app_agencies()) and person_id = app_person()
    and exists (select 1 from tip where tip.tip_id = tip_lease.tip_id and tip.agency_id = tip_lease.agency_id));
create policy desk_takes_over on tip_lease for update to tipline_desk
  using (agency_id = any(app_agencies())) with check (agency_id = any(app_agencies()) and person_id = app_person());
create policy desk_ends on tip_lease for delete to tipline_desk using (agency_id = any(app_agencies()));
