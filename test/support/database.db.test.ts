import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshDatabase, withDatabase } from './database.ts'

test('a fresh database has every migration and nothing of another test', async (t) => {
  const one = await freshDatabase(t)
  const two = await freshDatabase(t)
  await one.query('create table only_here (id int)')
  const [seen] = await two.query<{ found: string | null }>(`select to_regclass('only_here')::text as found`)
  assert.equal(seen?.found, null)
  const applied = await two.query<{ name: string }>('select name from schema_migration order by name')
  assert.ok(applied.length > 0)
})

test('the database of a URL is replaced, with a host and with a socket', () => {
  assert.equal(withDatabase('postgresql://a:b@127.0.0.1:54/postgres', 'x'), 'postgresql://a:b@127.0.0.1:54/x')
  assert.equal(withDatabase('postgresql://a:b@/postgres?host=%2Ftmp', 'x'), 'postgresql://a:b@/x?host=%2Ftmp')
})
