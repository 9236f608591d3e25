-- What the clearinghouse's analysts say of a report before an agency has looked at it: whether it is enough to work on, and
-- whether two reports belong together. It counts for every agency until that agency's own people say otherwise.

-- Appended; the last one stands. Null goes back to the computed label.
create table report_label (
  report_label_id bigint generated always as identity primary key,
  report_id bigint not null references report,
  agency_id text not null,
  person_id text not null,
  label text check (label in ('referral', 'informational')),
  because text not null check (length(because) between 1 and 2000),
  at timestamptz not null default now(),
  foreign key (person_id, agency_id) references membership (person_id, agency_id)
);
create index report_label_by_report on report_label (report_id, report_label_id);
-- The review asks for what was said last, and for the newest links that a machine was not sure of.
create index link_weak_newest on link (made_at desc) where strength = 'weak';
create index link_verdict_by_agency on link_verdict (agency_id, verdict_id desc) where undone_at is null;

grant select, insert on report_label to tipline_desk;
grant select on report_label to tipline_pipeline;
alter table report_label enable row level security;
alter table report_label force row level security;
create policy pipeline_all on report_label for all to tipline_pipeline using (true) with check (true);
-- Whoever has the report sees what the clearinghouse said of it, as with places.
create policy desk_sees on report_label for select to tipline_desk using (desk_sees_report(report_id));
create policy desk_writes on report_label for insert to tipline_desk
  with check (app_is_clearinghouse() and agency_id = any(app_agencies()) and person_id = app_person()
    and desk_sees_report(report_id));

-- As with labels: whoever has both reports sees what the clearinghouse said of the link between them.
create policy desk_sees_clearinghouse on link_verdict for select to tipline_desk
  using (exists (select from agency where agency.agency_id = link_verdict.agency_id and kind = 'clearinghouse')
    and desk_sees_report(report_low) and desk_sees_report(report_high));
