/** Every way in which one policy can be lost or opened. */
import pg from 'pg'
import { withTransaction } from './plant.ts'
import { breaches } from './rules.ts'

export type Mutant = { name: string; statement: string; table: string }

type Policy = {
  tablename: string
  policyname: string
  qual: string | null
  with_check: string | null
  forChanging: boolean
  /** Whether a change can break what is checked of it: none of its columns can be changed otherwise. */
  breakable: boolean
}

const id = pg.escapeIdentifier

const ofPolicy = ({ tablename, policyname, qual, with_check, forChanging, breakable }: Policy): Mutant[] => {
  const on = `${id(policyname)} on ${id(tablename)}`
  const mutant = (what: string, statement: string): Mutant => ({
    name: `${what} ${policyname} on ${tablename}`,
    statement,
    table: tablename,
  })
  const list = [mutant('drop', `drop policy ${on}`)]
  // A policy that lets its role in everywhere cannot be widened.
  // Of a policy for changing alone either half holds without the other: what counts is the loss of both.
  const isHalf = forChanging && with_check !== null
  const isEverywhere = qual === 'true' && with_check === 'true'
  if (isHalf && !isEverywhere) list.push(mutant('widen', `alter policy ${on} using (true) with check (true)`))
  else if (!isHalf && qual !== null && qual !== 'true')
    list.push(mutant('widen', `alter policy ${on} using (true)`))
  if (with_check !== null && with_check !== 'true' && breakable)
    list.push(mutant('widen the check of', `alter policy ${on} with check (true)`))
  return list
}

/** All of them, from the database's own catalogue. */
export const mutants = (url: string): Promise<Mutant[]> =>
  withTransaction(
    url,
    async (db) => {
      const { rows } = await db.query<Policy>(
        `select tablename, policyname, qual, with_check, cmd = 'UPDATE' as "forChanging", (cmd <> 'UPDATE' and exists (select from unnest(p.roles) r
             where has_any_column_privilege(r, tablename::regclass, 'insert'))) or exists (select from pg_attribute a, unnest(p.roles) r
           where a.attrelid = tablename::regclass and a.attnum > 0 and not a.attisdropped
             and has_column_privilege(r, a.attrelid, a.attnum, 'update') and with_check ~ ('\\m' || a.attname || '\\M')) as breakable
         from pg_policies p
         where schemaname = 'public' order by 1, 2`,
      )
      // Where each policy lets its role in everywhere, grants alone keep others out, and opening the table changes nothing.
      const limited = rows.filter(
        (row) => (row.qual ?? 'true') !== 'true' || (row.with_check ?? 'true') !== 'true',
      )
      const tables = [...new Set(limited.map((row) => row.tablename))]
      const opened = tables.map((table) => ({
        name: `open ${table}`,
        statement: `alter table ${id(table)} disable row level security`,
        table,
      }))
      return [...rows.flatMap(ofPolicy), ...opened]
    },
    [],
  )

/** The mutants that no rule notices, by name. One transaction each, taken back. */
export const survivors = async (
  url: string,
  tables: readonly string[],
  list: readonly Mutant[],
): Promise<string[]> => {
  const left: string[] = []
  await withTransaction(url, async (db) => {
    for (const mutant of list) {
      await db.query('savepoint mutant')
      await db.query(mutant.statement)
      // What a policy guards is tried first; only a mutant that this does not find is tried on everything.
      const found = (await breaches(db, [mutant.table])).length > 0 || (await breaches(db, tables)).length > 0
      await db.query('rollback to savepoint mutant')
      if (!found) left.push(mutant.name)
    }
  })
  return left
}
