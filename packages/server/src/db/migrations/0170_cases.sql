-- Tips that an agency pursues together. A case decides nothing: its tips stay as they were decided.
create table case_file (
  case_id bigint generated always as identity primary key,
  agency_id text not null references agency,
  title text not null check (length(title) between 1 and 120),
  state text not null default 'open' check (state in ('open', 'closed')),
  opened_by text not null,
  opened_at timestamptz not null default now(),
  closed_by text,
  closed_at timestamptz,
  closed_because text check (length(closed_because) between 1 and 2000),
  -- What belongs to a case names the agency too: row security then needs no look at another table.
  unique (case_id, agency_id),
  foreign key (opened_by, agency_id) references membership (person_id, agency_id),
  foreign key (closed_by, agency_id) references membership (person_id, agency_id),
  check ((state = 'closed') = (closed_at is not null and closed_by is not null and closed_because is not null))
);
create index case_file_by_agency on case_file (agency_id, state, case_id desc);

create table case_tip (
  case_tip_id bigint generated always as identity primary key,
  case_id bigint not null,
  agency_id text not null,
  tip_id bigint not null references tip,
  added_by text not null,
  added_at timestamptz not null default now(),
  removed_by text,
  removed_at timestamptz,
  removed_because text check (length(removed_because) between 1 and 2000),
  foreign key (case_id, agency_id) references case_file (case_id, agency_id),
  foreign key (added_by, agency_id) references membership (person_id, agency_id),
  check ((removed_at is null) = (removed_by is null))
);
create unique index case_tip_once on case_tip (case_id, tip_id) where removed_at is null;
create index case_tip_by_tip on case_tip (tip_id) where removed_at is null;

-- Something to do. There is no date by which: nothing here is due unless an authority says so (invariant 5).
create table case_task (
  task_id bigint generated always as identity primary key,
  case_id bigint not null,
  agency_id text not null,
  says text not null check (length(says) between 1 and 500),
  taken_by text,
  made_by text not null,
  made_at timestamptz not null default now(),
  done_by text,
  done_at timestamptz,
  foreign key (case_id, agency_id) references case_file (case_id, agency_id),
  foreign key (made_by, agency_id) references membership (person_id, agency_id),
  foreign key (taken_by, agency_id) references membership (person_id, agency_id),
  foreign key (done_by, agency_id) references membership (person_id, agency_id),
  check ((done_at is null) = (done_by is null))
);
create index case_task_by_case on case_task (case_id);

-- Legal process and requests, as people say they went. Nothing is sent from here.
create table legal_process (
  process_id bigint generated always as identity primary key,
  case_id bigint not null,
  agency_id text not null,
  kind text not null check (kind in ('preservation letter', 'subpoena', 'court order for records', 'search warrant',
    'emergency disclosure request', 'non-disclosure order', 'foreign assistance request', 'other')),
  addressed_to text not null check (length(addressed_to) between 1 and 200),
  reference text not null check (length(reference) <= 200),
  state text not null default 'drafted' check (state in ('drafted', 'sent', 'returned', 'withdrawn')),
  made_by text not null,
  made_at timestamptz not null default now(),
  sent_on date,
  returned_on date,
  returned text not null default '' check (length(returned) <= 500),
  foreign key (case_id, agency_id) references case_file (case_id, agency_id),
  foreign key (made_by, agency_id) references membership (person_id, agency_id),
  check (state <> 'drafted' or sent_on is null),
  check ((state = 'returned') = (returned_on is not null)),
  check (state not in ('sent', 'returned') or sent_on is not null),
  check (returned_on is null or returned_on >= sent_on)
);
create index legal_process_by_case on legal_process (case_id);

grant select, insert on case_file, case_tip, case_task, legal_process to tipline_desk;
grant update (state, closed_by, closed_at, closed_because) on case_file to tipline_desk;
grant update (removed_by, removed_at, removed_because) on case_tip to tipline_desk;
grant update (taken_by, done_by, done_at) on case_task to tipline_desk;
grant update (state, sent_on, returned_on, returned) on legal_process to tipline_desk;

do $$
declare
  t text;
begin
  foreach t in array array['case_file', 'case_tip', 'case_task', 'legal_process'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy desk_reads on %I for select to tipline_desk using (agency_id = any(app_agencies()))', t);
    execute format('create policy desk_changes on %I for update to tipline_desk
      using (agency_id = any(app_agencies())) with check (agency_id = any(app_agencies()))', t);
  end loop;
  foreach t in array array['case_task', 'legal_process'] loop
    execute format('create policy desk_writes on %I for insert to tipline_desk
      with check (agency_id = any(app_agencies()) and made_by = app_person())', t);
  end loop;
end $$;
create policy desk_writes on case_file for insert to tipline_desk
  with check (agency_id = any(app_agencies()) and opened_by = app_person());
create policy desk_writes on case_tip for insert to tipline_desk
  with check (agency_id = any(app_agencies()) and added_by = app_person()
    and exists (select 1 from tip where tip.tip_id = case_tip.tip_id and tip.agency_id = case_tip.agency_id));
