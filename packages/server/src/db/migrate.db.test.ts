import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { emptyDatabase } from '../../../../test/support/database.ts'
import { migrate, readMigrations } from './migrate.ts'

const onDatabase = async (url: string, text: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(text)
  await client.end()
}

test('an empty database is brought to the schema once; a second run applies nothing', async (t) => {
  const { url } = await emptyDatabase(t)
  assert.deepEqual(
    await migrate(url),
    (await readMigrations()).map(({ name }) => name),
  )
  assert.deepEqual(await migrate(url), [])
})

test('two starts at once apply each migration once', async (t) => {
  const { url } = await emptyDatabase(t)
  const applied = await Promise.all([migrate(url), migrate(url)])
  assert.equal(applied.flat().length, (await readMigrations()).length)
})

test('a database of a newer version, and a migration that was changed, are refused', async (t) => {
  const { url } = await emptyDatabase(t)
  await migrate(url)
  await onDatabase(url, `update schema_migration set sha256 = 'other' where name like '0001%'`)
  await assert.rejects(migrate(url), /0001_roles\.sql differs/)
  await onDatabase(url, `insert into schema_migration (name, sha256) values ('9999_later.sql', 'x')`)
  await assert.rejects(migrate(url), /newer version: it has 9999_later\.sql/)
})
