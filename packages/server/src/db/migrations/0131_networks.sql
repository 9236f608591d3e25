-- Networks of an agency's reports: those that hang together by links that join, as that agency's people see them. Kept with
-- every report that arrives, so that nothing has to be walked to know what belongs together. Each agency's own: a report that
-- it does not have connects nothing for it, and what its people reject is apart for it alone (invariant 10).
create table network (
  network_id bigint generated always as identity primary key,
  agency_id text not null references agency,
  -- Members, so that the smaller of two networks is the one that moves.
  reports int not null check (reports >= 0),
  unique (network_id, agency_id)
);
create table network_member (
  agency_id text not null,
  report_id bigint not null references report,
  network_id bigint not null,
  primary key (agency_id, report_id),
  foreign key (network_id, agency_id) references network (network_id, agency_id)
);
create index network_member_by_network on network_member (network_id);

grant select, insert, delete on network, network_member to tipline_pipeline, tipline_desk;
grant update (reports) on network to tipline_pipeline, tipline_desk;
grant update (network_id) on network_member to tipline_pipeline, tipline_desk;
do $$
declare
  t text;
begin
  foreach t in array array['network', 'network_member'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy pipeline_all on %I for all to tipline_pipeline using (true) with check (true)', t);
    execute format('create policy desk_own on %I for all to tipline_desk
      using (agency_id = any(app_agencies())) with check (agency_id = any(app_agencies()))', t);
  end loop;
end $$;

-- Reports that are through already go the last step once more, and find their networks.
insert into work (report_id, revision, stage)
select distinct r.report_id, r.revision, 'route' from link l join report r on r.report_id in (l.report_low, l.report_high)
where l.strength = 'strong' and r.environment = 'live' and r.state = 'finished'
on conflict (report_id) do nothing;
