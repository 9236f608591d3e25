/** SQL of somebody who has a connection of the program and leaves its role: each is for the owner of the schema, or for nobody. */
export const ownerStatements = [
  'select 1 from report',
  'alter table report disable row level security',
  'drop policy own_entries on ledger_entry',
  'truncate ledger_entry',
  'create table public.planted (a int)',
  'grant tipline_gate to current_user',
  'set role tipline_gate',
]

/** And what a superuser could do to the machine, by which it would have the keys of the evidence too. */
export const machineStatements = [
  'set role tipline_owner',
  'set session authorization tipline_owner',
  `copy (select 1) to program 'true'`,
  `select pg_read_file('PG_VERSION')`,
  `alter system set fsync = off`,
  'create role planted login superuser',
]

/** What PostgreSQL says to who may not. */
export const mayNot = /permission denied|must be (owner|able)|must have/
