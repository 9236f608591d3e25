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

test('several rows are read in an order that is said, so that no test compares what came by chance', async (t) => {
  const { query } = await freshDatabase(t)
  const rows = (after: string) => query(`select n from generate_series(1, 2) as given (n) ${after}`)
  assert.deepEqual(await rows('order by n'), [{ n: 1 }, { n: 2 }])
  await assert.rejects(rows(''), /say in which order the rows come: select n/)
  await assert.rejects(
    query(`select n from (select n from generate_series(1, 2) g (n) order by n) inner_order`),
    /say in/,
  )
  assert.equal((await rows('limit 1')).length, 1)
  assert.deepEqual(await query('select 1 as n; select 2 as n'), [{ n: 2 }], 'of several statements the last')
  assert.equal(
    (await query('select from generate_series(1, 2)')).length,
    2,
    'rows without columns are counted',
  )
})

test('the database of a URL is replaced, with a host and with a socket', () => {
  assert.equal(withDatabase('postgresql://a:b@127.0.0.1:54/postgres', 'x'), 'postgresql://a:b@127.0.0.1:54/x')
  assert.equal(withDatabase('postgresql://a:b@/postgres?host=%2Ftmp', 'x'), 'postgresql://a:b@/x?host=%2Ftmp')
})
