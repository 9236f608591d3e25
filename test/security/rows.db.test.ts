/** The second lock by itself: rows are where they belong, and a changed policy is noticed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { freshDatabase } from '../support/database.ts'
import { guardedTables, plantSeed, withTransaction } from './rows/plant.ts'
import { mutants, survivors } from './rows/mutants.ts'
import { breaches } from './rows/rules.ts'
import { seed } from './rows/seed.ts'

const database = await freshDatabase()
await plantSeed(database.url)
const tables = await guardedTables(database.url)

test('every table that row security guards has a row to try it with', () => {
  assert.deepEqual(Object.keys(seed).toSorted(), tables)
})

test('every guarded table is guarded against its owner too', async () => {
  const open = await database.query(
    `select relname from pg_class where relrowsecurity and not relforcerowsecurity and relnamespace = 'public'::regnamespace`,
  )
  assert.deepEqual(open, [])
})

test('rows are there for those they belong to, and for nobody else', () =>
  withTransaction(database.url, async (db: pg.ClientBase) =>
    assert.deepEqual(await breaches(db, tables), []),
  ))

test('dropping or widening any one policy, or opening any one table, is noticed', async () => {
  const all = await mutants(database.url)
  assert.ok(all.length > 150, `${all.length} mutants`)
  assert.deepEqual(await survivors(database.url, tables, all), [])
})

test('a change that changes nothing is noticed by no rule: the rules find faults and not changes', async () => {
  const idle = { name: 'idle', statement: `comment on table tip is 'the same'`, table: 'tip' }
  assert.deepEqual(await survivors(database.url, tables, [idle]), ['idle'])
})
