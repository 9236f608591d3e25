-- The roles the program connects as. None of them owns a table, none may bypass row security.
-- tipline_gate owns the few functions that cross an agency's border, and nothing connects as it.
-- They are shared by all databases of a cluster, so another database may have made them a moment ago.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['tipline_intake', 'tipline_pipeline', 'tipline_desk', 'tipline_ledger', 'tipline_admin', 'tipline_gate'] loop
    begin
      execute format('create role %I nologin nosuperuser nocreatedb nocreaterole nobypassrls', wanted);
    exception when duplicate_object or unique_violation then null;
    end;
    begin
      execute format('grant %I to current_user', wanted);
    exception when duplicate_object or unique_violation or invalid_grant_operation then null;
    end;
  end loop;
end $$;

revoke create on schema public from public;
grant usage on schema public to tipline_intake, tipline_pipeline, tipline_desk, tipline_ledger, tipline_admin, tipline_gate;

-- What the current transaction may see. An unset value is no access, never all access.
create function app_provider() returns int language sql stable as
  $$ select nullif(current_setting('app.provider', true), '')::int $$;
create function app_environment() returns text language sql stable as
  $$ select nullif(current_setting('app.environment', true), '') $$;
create function app_agencies() returns text[] language sql stable as
  $$ select coalesce(nullif(current_setting('app.agencies', true), ''), '{}')::text[] $$;
create function app_person() returns text language sql stable as
  $$ select nullif(current_setting('app.person', true), '') $$;
create function app_is_clearinghouse() returns boolean language sql stable as
  $$ select coalesce(current_setting('app.clearinghouse', true), '') = 'on' $$;
