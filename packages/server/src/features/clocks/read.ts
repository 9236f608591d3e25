import type { TipClocks } from '@opentipline/contract'
import { clocksOf, warningsOf } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { readClockFacts } from '../routing/index.ts'
import { readEntries } from './load-entry.ts'

/** The clocks of one of the agency's tips, worked out now, with what warns. The reading is in the ledger. @throws Problem not-found */
export const readTipClocks = async (
  tx: Transaction,
  session: Session,
  tipId: string,
  now: Date,
): Promise<TipClocks> => {
  const [found] = /^\d{1,18}$/.test(tipId) ? await readClockFacts(tx, [tipId]) : []
  if (found?.tip.agency_id !== session.actor.agencyId || found.tip.available_at > now)
    throw new Problem('not-found', 'There is no such tip in your queue.')
  await record(tx, now, {
    action: 'tip.clocks-read',
    object: { kind: 'tip', id: tipId },
    details: { report: found.tip.report_id },
  })
  return {
    clocks: clocksOf(found.facts),
    warnings: warningsOf(found.facts),
    entries: await readEntries(tx, tipId),
  }
}
