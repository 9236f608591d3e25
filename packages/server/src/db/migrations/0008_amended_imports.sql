-- A later document with the same number puts the report it amends on its way again: the desk may restart the work of
-- its own agency's imports, and of nothing else.
grant update (stage, revision) on work to tipline_desk;
create policy desk_amends on work for update to tipline_desk
  using (exists (select 1 from report r where r.report_id = work.report_id and r.imported_for = any(app_agencies())))
  with check (exists (select 1 from report r where r.report_id = work.report_id and r.imported_for = any(app_agencies())));
