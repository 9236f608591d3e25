import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { VerifyReport } from '@opentipline/ledger'
import type { Transaction } from '../../db/transaction.ts'
import { startTestLedger, type TestLedger } from './ledger.fixture.ts'
import { sequenceAll } from './sequence.ts'
import { signLedger } from './sign.ts'
import { verifyLedger } from './verify.ts'

const place = async (log: TestLedger): Promise<void> => {
  await log.write(3)
  await sequenceAll(log)
}
const grow = async (log: TestLedger): Promise<void> => {
  await place(log)
  log.pass(5_000)
  await signLedger(log)
}

/** The same transaction, with `between` done after each of its statements but those that keep the tree at rest. */
const disturbed = (tx: Transaction, between: () => Promise<void>): Transaction => {
  let isAtRest = false
  const after = async <T>(answer: Promise<T>): Promise<T> => {
    const told = await answer
    if (!isAtRest) await between()
    return told
  }
  return {
    ...tx,
    rows: (query) => after(tx.rows(query)),
    one: (query) => after(tx.one(query)),
    maybe: (query) => after(tx.maybe(query)),
    prepared: (name, text, values) => {
      if (name === 'ledger-rest') isAtRest = true
      if (name === 'ledger-unrest') isAtRest = false
      return after(tx.prepared(name, text, values))
    },
  }
}

const verified = (log: TestLedger, between: () => Promise<void>): Promise<VerifyReport> =>
  log.database.transaction({ role: 'tipline_ledger', kind: 'sequencer' }, (tx) =>
    verifyLedger(disturbed(tx, between), log.ledgerKey),
  )

test('a log that grows and is signed anew after every statement of its verification is found sound', async (t) => {
  const log = await startTestLedger(t)
  await grow(log)
  let times = 0
  const report = await verified(log, async () => {
    times += 1
    await grow(log)
  })
  assert.deepEqual(report.problems, [])
  assert.ok(times >= 5, `${times}`)
})

test('a row that is missing is found, however the log grows meanwhile', async (t) => {
  const log = await startTestLedger(t)
  await grow(log)
  await log.owner.query(`do $$ begin
    set local session_replication_role = replica;
    delete from ledger_search;
    delete from ledger_leaf where leaf_index = 1;
  end $$`)
  const report = await verified(log, () => place(log))
  assert.ok(report.problems.some(({ what }) => what === 'rows from 0 on are missing'))
})
