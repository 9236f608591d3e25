-- Reading anew, by a second person who did not decide, of a drawn share of what was declined or stands low. The seed and the
-- pools are kept whole, so that a draw can be drawn again. A verdict here changes no decision: only a person reopens.
create table sample_draw (
  draw_id bigint generated always as identity primary key,
  agency_id text not null references agency,
  drawn_by text not null,
  drawn_at timestamptz not null default now(),
  seed text not null check (seed ~ '^[0-9a-f]{32}$'),
  algorithm text not null,
  rule jsonb not null,
  declined_pool bigint[] not null,
  undecided_pool bigint[] not null,
  -- Who looked at the list knows what was drawn from where, and re-reads nothing of it.
  list_read_by text[] not null default '{}',
  unique (draw_id, agency_id),
  foreign key (drawn_by, agency_id) references membership (person_id, agency_id)
);
create index sample_draw_by_agency on sample_draw (agency_id, draw_id desc);

create table sample_item (
  item_id bigint generated always as identity primary key,
  draw_id bigint not null,
  agency_id text not null,
  -- Once drawn, a tip is not drawn again: a second look at the same one says nothing new of the pool.
  tip_id bigint not null unique references tip,
  pool text not null check (pool in ('declined', 'undecided')),
  decision_id bigint references decision,
  -- As it stood when it was drawn: a later document makes it another thing to judge.
  revision int not null,
  band text not null,
  reader_id text,
  taken_at timestamptz,
  seen_before boolean,
  verdict text check (verdict in ('would have been pursued', 'rightly low', 'cannot tell')),
  note text not null default '' check (length(note) <= 2000),
  judged_at timestamptz,
  foreign key (draw_id, agency_id) references sample_draw (draw_id, agency_id),
  foreign key (reader_id, agency_id) references membership (person_id, agency_id),
  check ((reader_id is null) = (taken_at is null)),
  check ((verdict is null) = (judged_at is null)),
  check (verdict is null or reader_id is not null),
  check (pool <> 'declined' or decision_id is not null)
);
create index sample_item_by_draw on sample_item (draw_id);
create index sample_item_open on sample_item (agency_id, item_id) where verdict is null;
create index sample_item_by_reader on sample_item (reader_id, tip_id) where verdict is null;

alter table sample_draw enable row level security;
alter table sample_draw force row level security;
alter table sample_item enable row level security;
alter table sample_item force row level security;
grant select, insert on sample_draw, sample_item to tipline_desk;
grant update (list_read_by) on sample_draw to tipline_desk;
grant update (reader_id, taken_at, seen_before, verdict, note, judged_at) on sample_item to tipline_desk;
create policy desk_reads on sample_draw for select to tipline_desk using (agency_id = any(app_agencies()));
create policy desk_draws on sample_draw for insert to tipline_desk
  with check (agency_id = any(app_agencies()) and drawn_by = app_person());
create policy desk_lists on sample_draw for update to tipline_desk
  using (agency_id = any(app_agencies())) with check (agency_id = any(app_agencies()));
create policy desk_reads on sample_item for select to tipline_desk using (agency_id = any(app_agencies()));
create policy desk_draws on sample_item for insert to tipline_desk
  with check (agency_id = any(app_agencies()) and exists (select 1 from tip where tip.tip_id = sample_item.tip_id
    and tip.agency_id = sample_item.agency_id));
-- Never by who decided on the tip, whatever became of that decision; and what was found stays.
create policy desk_judges on sample_item for update to tipline_desk
  using (agency_id = any(app_agencies()) and verdict is null and (reader_id is null or reader_id = app_person())
    and not exists (select 1 from decision d where d.tip_id = sample_item.tip_id and d.person_id = app_person()))
  with check (agency_id = any(app_agencies()) and (reader_id is null or reader_id = app_person()));
