import type { AnswerOf } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { loadOwnTip } from './load.ts'

/** A raw source as received. Text that is no UTF-8 shows its bytes as the replacement sign; the digest is of the bytes. */
export const readDocument = async (
  tx: Transaction,
  session: Session,
  tipId: string,
  documentId: string,
  now: Date,
): Promise<AnswerOf<'readDocument'>> => {
  const tip = await loadOwnTip(tx, session, tipId)
  const document = /^\d{1,18}$/.test(documentId)
    ? await tx.maybe(
        q
          .selectFrom('document')
          .where('document_id', '=', documentId)
          .where('report_id', '=', tip.report_id)
          .select(['kind', 'sha256', 'bytes']),
      )
    : undefined
  if (!document) throw new Problem('not-found', 'This tip has no such document.')
  await record(tx, now, {
    action: 'document.read',
    object: { kind: 'tip', id: tipId },
    details: { document: documentId, sha256: document.sha256.toString('hex') },
  })
  return {
    kind: document.kind,
    sha256: document.sha256.toString('hex'),
    text: document.bytes.toString('utf8'),
  }
}
