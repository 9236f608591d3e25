-- The tree over the ledger as rows: leaves are ledger_leaf, what stands above them is here. Only whole subtrees are
-- kept, one row for each 256 of the level below; every tile and bundle of the log is read from these rows, whole or
-- partial, so that no byte of it is stored twice and every process on this database serves the same log.
create table ledger_node (
  level smallint not null check (level between 1 and 6),
  node_index bigint not null check (node_index >= 0),
  hash bytea not null check (length(hash) = 32),
  primary key (level, node_index)
);

-- What the auditor searches by, filled in by the sequencer, so that the hot path keeps no further index.
create table ledger_search (
  leaf_index bigint primary key references ledger_leaf,
  at timestamptz not null,
  actor text not null,
  acting_for text,
  action text not null,
  object_kind text not null,
  object_id text not null
);
create index ledger_search_by_actor on ledger_search (actor, leaf_index);
create index ledger_search_by_agency on ledger_search (acting_for, leaf_index);
create index ledger_search_by_action on ledger_search (action, leaf_index);
create index ledger_search_by_object on ledger_search (object_kind, object_id, leaf_index);
create index ledger_search_by_time on ledger_search (at, leaf_index);

-- What witnesses say of a checkpoint: a signature line beside ours.
create table ledger_cosignature (
  size bigint not null references ledger_checkpoint,
  witness text not null,
  line text not null check (length(line) between 1 and 1000),
  at timestamptz not null default now(),
  primary key (size, witness)
);

grant select, insert on ledger_node, ledger_search, ledger_cosignature to tipline_ledger;
grant select on ledger_node, ledger_cosignature to tipline_intake, tipline_desk;
grant select on ledger_search to tipline_desk;

-- What the signed-in person audits: an agency's id, * for the whole log, or nothing.
create function app_audits() returns text language sql stable as
  $$ select nullif(current_setting('app.audits', true), '') $$;

alter table ledger_search enable row level security;
alter table ledger_search force row level security;
create policy sequencer_all on ledger_search for all to tipline_ledger using (true) with check (true);
create policy auditor_reads on ledger_search for select to tipline_desk
  using ((select app_audits()) = '*' or acting_for = (select app_audits()));
create policy auditor_reads on ledger_entry for select to tipline_desk
  using ((select app_audits()) = '*' or acting_for = (select app_audits()));

-- A provider reads the entry that its own report was finished by, for the receipt, and no other.
grant select on ledger_entry to tipline_intake;
create policy provider_reads on ledger_entry for select to tipline_intake
  using (action = 'report.finished' and actor = 'provider:' || app_provider()
    and case when object_kind = 'report' and object_id ~ '^[0-9]{1,18}$'
      then exists (select 1 from report r where r.report_id = object_id::bigint) else false end);
