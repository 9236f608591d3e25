/** What the tests of discretion share: tips of their own, and calls that must go well. */
import assert from 'node:assert/strict'
import type { DecisionView, QueuePage, QueueRow, TipDetail } from '@opentipline/contract'
import type { SignedIn } from '../faults/support/person.ts'
import { clientOf, fileThin, tipOf } from '../faults/support/reports.ts'
import type { TestServer } from '../support/server.ts'

export const ok = async <T>(call: ReturnType<SignedIn['get']>): Promise<T> => {
  const told = await call
  assert.equal(told.status, 200, told.text)
  return told.body as T
}

export const tipMaker = async (server: TestServer) => {
  const client = clientOf(server.address, await server.addProvider('Example Provider'))
  let made = 0
  /** A new tip of Wisconsin's. */
  return async (): Promise<{ tipId: string; reportId: string }> => {
    made += 1
    const reportId = await fileThin(client, 'wisconsin', `discretion-${made}`)
    return { reportId, tipId: await tipOf(server, reportId, 'wi-wisconsin') }
  }
}

export const readTip = (who: SignedIn, tipId: string) => ok<TipDetail>(who.get(`/api/tips/${tipId}`))

export const decline = { kind: 'decline', reasons: ['resources'], note: 'Synthetic note' }
export const refer = (referTo: string) => ({
  kind: 'refer',
  reasons: ['their-competence'],
  note: 'Synthetic own note',
  tellThem: 'Synthetic message',
  referTo,
})

export const decide = (who: SignedIn, tipId: string, wish: unknown) =>
  ok<DecisionView>(who.post(`/api/tips/${tipId}/decisions`, wish))

/** Ends the undo windows of a tip's offers, as ten seconds would. */
export const passUndoWindow = async (server: Pick<TestServer, 'database'>, tipId: string): Promise<void> => {
  await server.database.query(
    `update tip set available_at = now() - interval '1 second' where report_id = (select report_id from tip where tip_id = $1)
       and available_at > now()`,
    [tipId],
  )
  await server.database.query(
    `update referral set shows_at = now() - interval '1 second' where from_tip = $1 and shows_at > now()`,
    [tipId],
  )
}

export const rowOf = async (who: SignedIn, tipId: string): Promise<QueueRow | undefined> => {
  for (const lane of ['now', 'work', 'enrich', 'informational', 'held', 'done']) {
    const page = await ok<QueuePage>(who.get(`/api/tips?lane=${lane}&limit=100`))
    const row = page.rows.find((each) => each.tipId === tipId)
    if (row) return row
  }
  return undefined
}
