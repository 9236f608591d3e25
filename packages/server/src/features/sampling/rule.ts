import type { SamplingRule } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import { ruleInForce } from '../agency-rules/index.ts'

/** What the agency's rules say of drawing, now. */
export const samplingRule = async (tx: Transaction, agencyId: string): Promise<SamplingRule> => ({
  percent: await ruleInForce(tx, agencyId, 'sampling-percent'),
  from: [...(await ruleInForce(tx, agencyId, 'sampling-from'))],
  topBandsLeftOut: await ruleInForce(tx, agencyId, 'sampling-top-bands'),
  olderThanDays: await ruleInForce(tx, agencyId, 'sampling-days'),
  most: await ruleInForce(tx, agencyId, 'sampling-most'),
})
