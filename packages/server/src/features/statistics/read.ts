import { caveats, type StatisticsView } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import type { Period } from '../outcomes/index.ts'
import { readDecided } from './decided.ts'
import { readLedgerCounts } from './from-ledger.ts'
import { readHandedTime, readTimes } from './times.ts'
import { readVolumes } from './volumes.ts'

/** Counts a period, for reading and for taking out; either is recorded by who asks. */
export const countStatistics = async (
  tx: Transaction,
  session: Session,
  period: Period,
  now: Date,
): Promise<StatisticsView> => {
  const { agencyId, isClearinghouse } = session.actor
  return {
    ...period,
    asOf: now.toISOString(),
    ...(await readVolumes(tx, period, isClearinghouse ? null : agencyId)),
    decided: isClearinghouse ? null : await readDecided(tx, period, agencyId, now),
    times: isClearinghouse ? await readHandedTime(tx, period) : await readTimes(tx, period, agencyId, now),
    ledger: isClearinghouse ? [] : await readLedgerCounts(tx, period, agencyId),
    caveats: [...caveats],
  }
}

/**
 * The statistics of a period: an agency's of its own tips; the clearinghouse's of all that was made available, without what
 * agencies made of it. Reading them is in the ledger.
 */
export const readStatistics = async (
  tx: Transaction,
  session: Session,
  period: Period,
  now: Date,
): Promise<StatisticsView> => {
  const view = await countStatistics(tx, session, period, now)
  await record(tx, now, {
    action: 'statistics.read',
    object: { kind: 'agency', id: session.actor.agencyId },
    details: { from: period.from, to: period.to },
  })
  return view
}
