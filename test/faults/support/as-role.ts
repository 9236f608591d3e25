/** Raw SQL as one of the program's database roles: what the second lock does when the first has failed. */
import pg from 'pg'

const programRoles = [
  'tipline_intake',
  'tipline_pipeline',
  'tipline_desk',
  'tipline_ledger',
  'tipline_admin',
  'tipline_door',
  'tipline_keeper',
] as const
/** With the role that owns the functions by which an agency's border is crossed; nothing connects as it. */
export const allRoles = [...programRoles, 'tipline_gate'] as const

/** What a transaction says of itself, as `app.<name>`. */
export type Settings = Partial<
  Record<
    | 'provider'
    | 'environment'
    | 'agencies'
    | 'person'
    | 'clearinghouse'
    | 'audits'
    | 'operates'
    | 'administers',
    string
  >
>
export type Sql = <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>

/** Runs `work` as `role` in a transaction that is rolled back in any case. */
export const asRole = async <T>(
  url: string,
  role: string,
  settings: Settings,
  work: (sql: Sql) => Promise<T>,
): Promise<T> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(`set local role ${pg.escapeIdentifier(role)}`)
    for (const [name, value] of Object.entries(settings))
      await client.query(`select set_config($1, $2, true)`, [`app.${name}`, value])
    return await work(async (text, values) => (await client.query(text, values)).rows)
  } finally {
    // Ends the transaction too, without a commit.
    await client.end()
  }
}

/** SQLSTATE of "insufficient privilege", which row security gives as well. */
export const refusedByPrivilege = '42501'
export const refusedByCheck = '23514'
export const refusedByForeignKey = '23503'

/** The SQLSTATE that a statement is refused with, or `accepted` and the number of rows it touched. */
export const outcomeOf = async (
  url: string,
  role: string,
  settings: Settings,
  text: string,
  values: unknown[] = [],
): Promise<string> => {
  try {
    return await asRole(url, role, settings, async (sql) => {
      const rows = await sql(text, values)
      return `accepted (${rows.length} rows)`
    })
  } catch (error) {
    if (error instanceof pg.DatabaseError) return error.code ?? 'no code'
    throw error
  }
}
