import { missingParts, type OwnScorecard } from '@opentipline/contract'
import { quarterHolding, quarterNamed, toldToProvider } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import { record } from '../ledger/index.ts'
import { readProviderScorecards } from './scorecards.ts'

/**
 * How the provider's live reports of a quarter read; without a name, of this quarter. Row security leaves its own. What
 * agencies told is so coarse that it points at no report, and what each decided is not in it.
 * @throws Problem bad-request for a quarter that has not begun
 */
export const readOwnScorecard = async (
  tx: Transaction,
  providerId: number,
  name: string | undefined,
  now: Date,
): Promise<OwnScorecard> => {
  const quarter = name === undefined ? quarterHolding(now) : quarterNamed(name)
  if (!quarter || Date.parse(quarter.from) > now.getTime())
    throw new Problem('bad-request', `${name} has not begun. Ask for a quarter that has.`, [
      { path: '/query/quarter', message: 'is no quarter that has begun' },
    ])
  const [card] = await readProviderScorecards(tx, quarter)
  await record(tx, now, {
    action: 'provider.scorecard-read',
    object: { kind: 'provider', id: String(providerId) },
    details: { quarter: quarter.quarter },
  })
  const counted = card ?? nothing
  const { available, given, usefulness } = counted.outcomes
  return {
    ...quarter,
    reports: counted.reports,
    sampled: counted.sampled,
    parts: counted.parts,
    labels: counted.labels,
    available,
    couldAdd: counted.wouldMove.map(({ advice, reports }) => ({ advice, reports })),
    told: usefulness && toldToProvider({ given, ...usefulness }, counted.hindered),
  }
}

/** No report of the quarter was assessed. */
const nothing = {
  reports: 0,
  sampled: false,
  parts: missingParts.map((part) => ({ part, present: 0, absent: 0, unknown: 0, notNeeded: 0 })),
  labels: { referral: 0, informational: 0 },
  outcomes: { available: 0, given: 0, noneGiven: 0, usefulness: null },
  wouldMove: [],
  hindered: [],
}
