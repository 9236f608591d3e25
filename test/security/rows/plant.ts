import pg from 'pg'
import { copySeed } from './probe.ts'
import { seed, seedClearinghouse, seedImport, seedMembership } from './seed.ts'

/** Puts the seeded rows into an empty database. */
export const plantSeed = async (url: string): Promise<void> => {
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  try {
    await db.query('begin; set local session_replication_role = replica')
    const all = [...Object.values(seed), ...seedImport, ...seedClearinghouse, seedMembership]
    for (const statement of all) await db.query(statement)
    await db.query('commit')
  } finally {
    await db.end()
  }
}

/** The tables that row security guards, sorted. */
export const guardedTables = async (url: string): Promise<string[]> => {
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  try {
    const { rows } = await db.query<{ relname: string }>(
      `select relname from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace order by relname collate "C"`,
    )
    return rows.map((row) => row.relname)
  } finally {
    await db.end()
  }
}

/** Runs `work` as the owner in a transaction that is taken back, with copies of the rows to insert from. */
export const withTransaction = async <T>(
  url: string,
  work: (db: pg.ClientBase) => Promise<T>,
  tables?: readonly string[],
): Promise<T> => {
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  try {
    await db.query('begin')
    await copySeed(db, tables ?? (await guardedTables(url)))
    return await work(db)
  } finally {
    await db.end()
  }
}
