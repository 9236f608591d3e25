import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'
import { withClient } from './with-client.ts'

const migrationsDir = new URL('./migrations/', import.meta.url)
/** One migration run at a time per database, whoever starts it; the number is arbitrary and ours alone. */
const migrationLock = 7_415_001

export type Migration = { name: string; text: string; sha256: string }

/** The forward-only migrations in their order: `0001_name.sql`, ... */
export const readMigrations = async (): Promise<Migration[]> => {
  const names = (await readdir(migrationsDir)).filter((name) => /^\d{4}_\w+\.sql$/.test(name)).toSorted()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, migrationsDir), 'utf8')
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/**
 * Brings a database to this version's schema. Each migration is one transaction; what was applied is never
 * applied again, and a migration whose text has changed since is refused rather than guessed at.
 * @param connectionString a role that may create tables and roles
 * @returns the names applied now
 */
export const migrate = (connectionString: string): Promise<string[]> =>
  withClient(connectionString, async (client) => {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query(`create table if not exists schema_migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`)
    return await applyMissing(client, await readMigrations())
  })

const applyMissing = async (client: pg.Client, migrations: Migration[]): Promise<string[]> => {
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from schema_migration',
  )
  const known = new Map(rows.map((row) => [row.name, row.sha256]))
  const unknown = rows.filter((row) => !migrations.some((migration) => migration.name === row.name))
  if (unknown.length > 0)
    throw new Error(
      `This database was made by a newer version: it has ${unknown.map((row) => row.name).join(', ')}.`,
    )
  const applied: string[] = []
  for (const migration of migrations) {
    const before = known.get(migration.name)
    if (before === migration.sha256) continue
    if (before)
      throw new Error(`Migration ${migration.name} differs from the one this database was made with.`)
    await applyOne(client, migration)
    applied.push(migration.name)
  }
  return applied
}

const applyOne = async (client: pg.Client, migration: Migration): Promise<void> => {
  await client.query('begin')
  try {
    await client.query(migration.text)
    await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [
      migration.name,
      migration.sha256,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(
      `Migration ${migration.name} failed: ${error instanceof Error ? error.message : String(error)}`,
      {
        cause: error,
      },
    )
  }
}
