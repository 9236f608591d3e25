import type { PolicyList } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'
import { ruleInForce } from '../agency-rules/index.ts'
import type { PolicyBook } from './book.ts'
import { type PolicyRow, policyRowsSql, policyView } from './view.ts'

/** Versions shown at most; the newest. */
const shownMax = 200

/** The policies of an agency: the one in force, the shipped ones, its own with all that is past. */
export const listPolicies = async (
  tx: Transaction,
  session: Session,
  book: PolicyBook,
): Promise<PolicyList> => {
  const agencyId = session.actor.agencyId
  const inForce = (await book.inForce(tx, [agencyId])).get(agencyId) ?? book.standard
  const own = await tx.prepared<PolicyRow>(
    'policies-own',
    `${policyRowsSql} order by p.edited_at desc, p.version desc, p.policy_id limit $2`,
    [agencyId, shownMax],
  )
  return {
    inForce: { id: inForce.id, version: inForce.version, name: inForce.name },
    shipped: book.all.map(({ id, version, name, about }) => ({ id, version, name, about })),
    own: own.map(policyView),
    secondPerson: await asksSecondPerson(tx, agencyId),
    activating: own.some((row) => row.state === 'activating') ? await progress(tx, agencyId) : null,
  }
}

/** Whether the agency's rule asks for a second person. Where it has said nothing it does. */
export const asksSecondPerson = (tx: Transaction, agencyId: string): Promise<boolean> =>
  ruleInForce(tx, agencyId, 'policies-second-person')

const progress = async (tx: Transaction, agencyId: string): Promise<PolicyList['activating']> => {
  const [row] = await tx.prepared<{ done: number; of: number }>(
    'ranking-progress',
    'select count(rank)::int as done, count(*)::int as of from ranking where agency_id = $1',
    [agencyId],
  )
  return row ?? null
}
