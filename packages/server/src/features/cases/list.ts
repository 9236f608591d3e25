import type { AnswerOf, CaseState } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'
import { caseRow, caseRows } from './rows.ts'

/** Cases shown at most: an agency with more open ones finds them by their tips. */
const casesShownMax = 500

/** The agency's cases in one state, newest first, with how many there are in each. */
export const listCases = async (
  tx: Transaction,
  session: Session,
  state: CaseState,
): Promise<AnswerOf<'listCases'>> => {
  const { agencyId } = session.actor
  const rows = await tx.rows(
    caseRows
      .where('c.agency_id', '=', agencyId)
      .where('c.state', '=', state)
      .orderBy('c.case_id', 'desc')
      .limit(casesShownMax),
  )
  const counts = await tx.rows(
    q
      .selectFrom('case_file')
      .where('agency_id', '=', agencyId)
      .groupBy('state')
      .select(['state', (eb) => eb.fn.countAll<string>().as('n')]),
  )
  const countOf = (wanted: CaseState): number => Number(counts.find((each) => each.state === wanted)?.n ?? 0)
  return { cases: rows.map(caseRow), counts: { open: countOf('open'), closed: countOf('closed') } }
}
