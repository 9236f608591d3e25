import type { PolicyText } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { readText } from './text.ts'
import { findOwn, type PolicyParams, type PolicyRow, policyView } from './view.ts'

/** The text of a shipped policy or one of the agency's own. @throws Problem not-found */
export const readPolicy = async (
  tx: Transaction,
  session: Session,
  params: PolicyParams,
): Promise<PolicyText> => {
  const own = await findOwn(tx, session, params)
  if (own) return ownText(own)
  const shipped = await tx.maybe(
    q
      .selectFrom('policy')
      .where('policy_id', '=', params.policyId)
      .where('version', '=', Number(params.version))
      .select('source_text'),
  )
  if (!shipped) throw new Problem('not-found', 'There is no such policy.')
  const { problems, remarks } = readText(shipped.source_text)
  return {
    policyId: params.policyId,
    version: Number(params.version),
    text: shipped.source_text,
    problems,
    remarks,
    own: null,
  }
}

const ownText = (row: PolicyRow): PolicyText => {
  const { problems, remarks } = readText(row.source_text)
  return {
    policyId: row.policy_id,
    version: row.version,
    text: row.source_text,
    problems,
    remarks,
    own: policyView(row),
  }
}
