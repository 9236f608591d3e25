-- What the store holds and no row knows was only counted; whoever keeps the machine needs to know which. The names of the
-- last look alone are kept.
create table scrub_orphan (
  object_id text primary key check (length(object_id) between 1 and 255),
  stored_bytes bigint not null,
  -- unknown: no row has this id. destroyed: its row says that the file is destroyed, and the object is still there.
  kind text not null check (kind in ('unknown', 'destroyed')),
  found_at timestamptz not null default now()
);
alter table scrub_orphan enable row level security;
alter table scrub_orphan force row level security;
grant select, insert, delete on scrub_orphan to tipline_keeper;
grant select on scrub_orphan to tipline_desk;
create policy keeper_all on scrub_orphan for all to tipline_keeper using (true) with check (true);
create policy desk_sees on scrub_orphan for select to tipline_desk using (app_is_clearinghouse() or app_operates());
