import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshDatabase } from '../../../../test/support/database.ts'
import { openDatabase } from './database.ts'
import { withClient } from './with-client.ts'

const operator = { role: 'tipline_admin', kind: 'operator', name: 'test' } as const

test('a connection lost between two statements fails its transaction and nothing else', async (t) => {
  const owner = await freshDatabase(t)
  const database = openDatabase(owner.url)
  try {
    await assert.rejects(
      database.transaction(operator, async (tx) => {
        const [row] = await tx.prepared<{ pid: number }>('pid', 'select pg_backend_pid() as pid', [])
        // Not `once` of node:events: it would hear the error that nobody else may.
        const lost = new Promise((resolve) => {
          tx.client.once('end', resolve)
        })
        await owner.query('select pg_terminate_backend($1)', [row?.pid])
        await lost
        await tx.prepared('one', 'select 1', [])
      }),
    )
    const [row] = await database.transaction(operator, (tx) =>
      tx.prepared<{ one: number }>('one', 'select 1 as one', []),
    )
    assert.equal(row?.one, 1)
  } finally {
    await database.close()
  }
})

test('one of its own that is lost fails the next statement, and not the process', async (t) => {
  const owner = await freshDatabase(t)
  await assert.rejects(
    withClient(owner.url, async (client) => {
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
      const lost = new Promise((resolve) => {
        client.once('end', resolve)
      })
      await owner.query('select pg_terminate_backend($1)', [rows[0]?.pid])
      await lost
      await client.query('select 1')
    }),
  )
})
