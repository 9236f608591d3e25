-- The log of who did what. Entries are inserted in the transaction of what they describe and never touched again.
create table ledger_entry (
  entry_id uuid primary key,
  at timestamptz not null,
  actor text not null,
  acting_for text,
  action text not null,
  object_kind text not null,
  object_id text not null,
  -- The exact bytes that are hashed into the tree.
  canonical bytea not null
);
create index ledger_entry_by_object on ledger_entry (object_kind, object_id);

-- Entries not yet in the tree. An entry that commits late is still here when it does: never by an id cursor.
create table ledger_pending (entry_id uuid primary key references ledger_entry);
create function ledger_enqueue() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into ledger_pending (entry_id) values (new.entry_id);
  return null;
end $$;
create trigger ledger_enqueue after insert on ledger_entry for each row execute function ledger_enqueue();

create table ledger_leaf (
  leaf_index bigint primary key check (leaf_index >= 0),
  entry_id uuid not null unique references ledger_entry,
  leaf_hash bytea not null check (length(leaf_hash) = 32)
);
create table ledger_checkpoint (
  size bigint primary key,
  root bytea not null check (length(root) = 32),
  note text not null,
  at timestamptz not null default now()
);
