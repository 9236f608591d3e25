-- Three gaps of the second lock, closed. The first lock (the permission table) let none of them through.

-- A test report is nobody's to see but its provider's: the clearinghouse sees all live ones, and only those.
create or replace function desk_sees_report(id bigint) returns boolean language sql stable security definer set search_path = public as $$
  select (app_is_clearinghouse() and exists (select 1 from report r where r.report_id = id and r.environment = 'live'))
    or exists (select 1 from tip where tip.report_id = id and tip.withdrawn_at is null and tip.available_at <= now()
      and tip.agency_id = any(app_agencies()))
    or exists (select 1 from report r where r.report_id = id and r.imported_for = any(app_agencies()))
$$;

-- The unrouted queue is a queue like the others: no test report can be in it (invariant 13).
alter table unrouted
  add column environment text not null default 'live' check (environment = 'live'),
  add foreign key (report_id, environment) references report (report_id, environment);

-- Identifiers are shared by the reports of all agencies: an agency sees those of the reports it may see (invariant 10).
alter table identifier enable row level security;
alter table identifier force row level security;
create policy pipeline_all on identifier for all to tipline_pipeline using (true) with check (true);
create policy desk_sees on identifier for select to tipline_desk
  using (app_is_clearinghouse()
    or exists (select 1 from report_identifier ri where ri.identifier_id = identifier.identifier_id));
