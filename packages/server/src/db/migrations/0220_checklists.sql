-- Checklists by kind of report. The shipped ones are data of the program; an agency's own layer is kept here, every version
-- with who wrote it and why, and the newest is in force. Nothing of it is ever changed.
create table agency_checklist (
  agency_id text not null references agency,
  version int not null check (version >= 1),
  source_text text not null check (length(source_text) <= 200000),
  -- As read from the text.
  body jsonb not null,
  because text not null check (length(because) between 1 and 2000),
  saved_by text not null,
  saved_at timestamptz not null default now(),
  primary key (agency_id, version),
  foreign key (saved_by, agency_id) references membership (person_id, agency_id)
);
alter table agency_checklist enable row level security;
alter table agency_checklist force row level security;
grant select, insert on agency_checklist to tipline_desk;
create policy desk_reads on agency_checklist for select to tipline_desk using (agency_id = any(app_agencies()));
create policy desk_writes on agency_checklist for insert to tipline_desk
  with check (agency_id = any(app_agencies()) and saved_by = app_person());

-- Somebody's word that an item was done, or that it was not after all. Only ever added to: the newest counts, the others
-- stay readable. The list's version, and that of the agency's layer, tell what the item said when it was ticked.
create table checklist_tick (
  tick_id bigint generated always as identity primary key,
  tip_id bigint not null references tip,
  agency_id text not null references agency,
  person_id text not null,
  list_id text not null check (length(list_id) between 1 and 80),
  item_id text not null check (length(item_id) between 1 and 80),
  list_version int not null check (list_version >= 1),
  own_version int not null default 0 check (own_version >= 0),
  done boolean not null,
  note text not null default '' check (length(note) <= 2000),
  at timestamptz not null default now(),
  foreign key (person_id, agency_id) references membership (person_id, agency_id)
);
create index checklist_tick_by_tip on checklist_tick (tip_id, tick_id desc);
alter table checklist_tick enable row level security;
alter table checklist_tick force row level security;
grant select, insert on checklist_tick to tipline_desk;
create policy desk_reads on checklist_tick for select to tipline_desk using (agency_id = any(app_agencies()));
-- On a tip of that agency, by the person who says so.
create policy desk_writes on checklist_tick for insert to tipline_desk
  with check (agency_id = any(app_agencies()) and person_id = app_person()
    and exists (select 1 from tip where tip.tip_id = checklist_tick.tip_id and tip.agency_id = checklist_tick.agency_id));
