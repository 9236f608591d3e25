/** What each connection of the program may do with each guarded table, tried and not read from the catalogue. */
import pg from 'pg'
import { importedReport } from './seed.ts'

export type Verb = 'select' | 'insert' | 'update' | 'delete'
/** `refused`: an error of privilege. `none`: no row is there for it. `some`: it gets at rows. */
export type Outcome = 'refused' | 'none' | 'some'
export type Context = { name: string; role: string; settings: Record<string, string> }

const desk = (name: string, settings: Record<string, string>): Context => ({
  name,
  role: 'tipline_desk',
  settings,
})
/** Those to whom the seeded rows belong, and those who do the program's own work. */
export const rightful: readonly Context[] = [
  { name: 'provider', role: 'tipline_intake', settings: { provider: '1', environment: 'live' } },
  {
    name: 'engineer',
    role: 'tipline_intake',
    settings: { provider: '1', environment: 'live', person: 'engineer' },
  },
  desk('engineer at the desk', { agencies: '{}', person: 'engineer', clearinghouse: 'off' }),
  { name: 'pipeline', role: 'tipline_pipeline', settings: {} },
  desk('agency', { agencies: '{wi-wisconsin}', person: 'officer', clearinghouse: 'off' }),
  // A second person of the same agency, who has countersigned a decision.
  desk('colleague', { agencies: '{wi-wisconsin}', person: 'colleague', clearinghouse: 'off' }),
  desk('administrator', { agencies: '{wi-wisconsin}', person: 'administrator', administers: 'wi-wisconsin' }),
  desk('clearinghouse', { agencies: '{clearinghouse}', person: 'analyst', clearinghouse: 'on' }),
  desk('auditor of all', { agencies: '{}', person: 'auditor', clearinghouse: 'off', audits: '*' }),
  desk('auditor of the agency', { agencies: '{}', person: 'auditor', audits: 'wi-wisconsin' }),
  { name: 'sequencer', role: 'tipline_ledger', settings: {} },
  { name: 'operator', role: 'tipline_admin', settings: {} },
  { name: 'door', role: 'tipline_door', settings: {} },
  { name: 'keeper', role: 'tipline_keeper', settings: {} },
  desk('operator of the machine', { agencies: '{}', person: 'operator', operates: 'on' }),
  // Owns the functions that cross an agency's border; nothing connects as it.
  { name: 'gate', role: 'tipline_gate', settings: {} },
]
/** Those to whom they do not: no guarded row may be there for any of them (invariants 10 and 13). */
export const strangers: readonly Context[] = [
  { name: 'other provider', role: 'tipline_intake', settings: { provider: '2', environment: 'live' } },
  { name: 'test account', role: 'tipline_intake', settings: { provider: '1', environment: 'test' } },
  { name: 'nobody at the door', role: 'tipline_intake', settings: {} },
  {
    name: 'engineer of another',
    role: 'tipline_intake',
    settings: { provider: '2', environment: 'live', person: 'stranger' },
  },
  desk('other agency', { agencies: '{wa-washington}', person: 'stranger', clearinghouse: 'off' }),
  desk('other administrator', {
    agencies: '{wa-washington}',
    person: 'stranger',
    administers: 'wa-washington',
  }),
  desk('auditor elsewhere', { agencies: '{}', person: 'auditor', audits: 'wa-washington' }),
  desk('visitor', {}),
]

const grants = new Map<string, Promise<string[]>>()

/**
 * The columns of a table that a role may use with a verb: a grant may be on some columns only. Remembered, since what
 * is granted is the same whatever the policies are.
 */
const granted = (db: pg.ClientBase, table: string, role: string, verb: Verb): Promise<string[]> => {
  const key = `${table} ${role} ${verb}`
  const known = grants.get(key) ?? readGranted(db, table, role, verb)
  grants.set(key, known)
  return known
}

const readGranted = async (db: pg.ClientBase, table: string, role: string, verb: Verb): Promise<string[]> => {
  const may =
    verb === 'delete'
      ? `has_table_privilege($2, attrelid, $3)`
      : `has_column_privilege($2, attrelid, attnum, $3)`
  const { rows } = await db.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
       and attgenerated = '' and ${may} order by attnum`,
    [table, role, verb],
  )
  return rows.map((row) => row.name)
}

/** Whether a role has the privilege at all; row security is asked only then. */
export const isGranted = async (
  db: pg.ClientBase,
  table: string,
  role: string,
  verb: Verb,
): Promise<boolean> => (await granted(db, table, role, verb)).length > 0

/** Which of a table's rows are tried: an import's are amended, and every other's are somebody's own. */
type Target = { table: string; imported: boolean }
const withImports = ['report', 'document', 'report_revision', 'work']
/** Whether there are rows of an import in the table besides. */
export const hasImports = (table: string): boolean => withImports.includes(table)
const condition = ({ table, imported }: Target): string =>
  hasImports(table) ? `report_id ${imported ? '=' : '<>'} ${importedReport}` : 'true'

/** The statement that tries a verb, or null where nothing of it is granted. */
const statementOf = async (
  db: pg.ClientBase,
  target: Target,
  role: string,
  verb: Verb,
): Promise<string | null> => {
  const { table } = target
  const columns = (await granted(db, table, role, verb)).map((each) => pg.escapeIdentifier(each))
  if (columns.length === 0) return null
  if (verb === 'select') return `select from ${table} where ${condition(target)}`
  if (verb === 'delete') return `delete from ${table} where ${condition(target)} returning 1`
  if (verb === 'update')
    return `update ${table} set ${columns.map((each) => `${each} = ${each}`).join(', ')} where ${condition(target)}`
  const list = columns.join(', ')
  return `insert into ${table} (${list}) overriding system value select ${list} from seeded_${table} where ${condition(target)}`
}

/** Keeps a readable copy of the rows, which an insert tries to write again. */
export const copySeed = async (db: pg.ClientBase, tables: readonly string[]): Promise<void> => {
  for (const table of tables) {
    await db.query(`create temp table seeded_${table} on commit drop as select * from ${table}`)
    await db.query(`grant select on seeded_${table} to public`)
  }
}

const settingNames = [
  'provider',
  'environment',
  'agencies',
  'person',
  'clearinghouse',
  'audits',
  'operates',
  'administers',
] as const

/** Tries a verb as somebody, and takes it back. Runs in an open transaction of the owner. */
export const tryVerb = async (
  db: pg.ClientBase,
  context: Context,
  target: Target,
  verb: Verb,
): Promise<Outcome> => {
  const text = await statementOf(db, target, context.role, verb)
  if (text === null) return 'refused'
  return attempt(db, context, text)
}

/** Tries to read those rows of a table that meet a condition. */
export const trySelectWhere = (
  db: pg.ClientBase,
  context: Context,
  table: string,
  where: string,
): Promise<Outcome> => attempt(db, context, `select from ${table} where ${where}`)

const attempt = async (db: pg.ClientBase, context: Context, text: string): Promise<Outcome> => {
  await db.query('savepoint attempt')
  try {
    const settings = settingNames.map(
      (name) => `set local app.${name} = ${pg.escapeLiteral(context.settings[name] ?? '')}`,
    )
    await db.query([...settings, `set local role ${context.role}`].join(';'))
    const { rowCount } = await db.query(text)
    return (rowCount ?? 0) > 0 ? 'some' : 'none'
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error
    // Row security speaks before keys and checks do: whatever else is wrong with the row, it was let in.
    return error.code === '42501' ? 'refused' : 'some'
  } finally {
    await db.query('rollback to savepoint attempt')
  }
}

/**
 * Tries to change rows without looking at any: PostgreSQL asks the policies for reading only where a statement reads, so
 * this is held by the policies for changing alone.
 */
export const tryBlindUpdate = async (
  db: pg.ClientBase,
  context: Context,
  table: string,
  value: string | null = null,
  column?: string,
): Promise<Outcome> => {
  const [first] = await granted(db, table, context.role, 'update')
  const name = column ?? first
  if (name === undefined) return 'refused'
  const literal = value === null ? 'null' : pg.escapeLiteral(value)
  return attempt(db, context, `update ${table} set ${pg.escapeIdentifier(name)} = ${literal}`)
}

/** Tries to write a seeded row again with another value in one column. */
export const tryInsertWith = async (
  db: pg.ClientBase,
  context: Context,
  table: string,
  column: string,
  value: string,
): Promise<Outcome> => {
  const columns = await granted(db, table, context.role, 'insert')
  if (!columns.includes(column)) return 'refused'
  const names = columns.map((each) => pg.escapeIdentifier(each)).join(', ')
  const values = columns
    .map((each) => (each === column ? pg.escapeLiteral(value) : pg.escapeIdentifier(each)))
    .join(', ')
  return attempt(
    db,
    context,
    `insert into ${table} (${names}) overriding system value select ${values} from seeded_${table}`,
  )
}
