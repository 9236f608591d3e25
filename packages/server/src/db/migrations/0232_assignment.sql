-- Whose tip it is within the agency, by an act of a person. It forbids nobody anything and asks nothing by any day.
create table tip_assignment (
  tip_id bigint primary key references tip,
  agency_id text not null references agency,
  person_id text not null,
  assigned_by text not null,
  assigned_at timestamptz not null default now(),
  foreign key (person_id, agency_id) references membership (person_id, agency_id),
  foreign key (assigned_by, agency_id) references membership (person_id, agency_id)
);
create index tip_assignment_by_person on tip_assignment (agency_id, person_id);
alter table tip_assignment enable row level security;
alter table tip_assignment force row level security;
grant select, insert, delete on tip_assignment to tipline_desk;
grant update (person_id, assigned_by, assigned_at) on tip_assignment to tipline_desk;
create policy desk_reads on tip_assignment for select to tipline_desk using (agency_id = any((select app_agencies())::text[]));
create policy desk_assigns on tip_assignment for insert to tipline_desk
  with check (agency_id = any(app_agencies()) and assigned_by = app_person()
    and exists (select 1 from tip where tip.tip_id = tip_assignment.tip_id and tip.agency_id = tip_assignment.agency_id));
create policy desk_assigns_anew on tip_assignment for update to tipline_desk
  using (agency_id = any(app_agencies())) with check (agency_id = any(app_agencies()) and assigned_by = app_person());
create policy desk_ends on tip_assignment for delete to tipline_desk using (agency_id = any(app_agencies()));
