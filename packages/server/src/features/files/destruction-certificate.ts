import { makeCertificate } from '@opentipline/ledger'
import type { Actor } from '../../db/actor.ts'
import { q } from '../../db/query.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import type { Services } from '../../platform/services.ts'
import { receiptOf, record } from '../ledger/index.ts'

const sequencer = { role: 'tipline_ledger', kind: 'sequencer' } as const satisfies Actor

/**
 * The certificate of a destruction that is done, for whoever may see the file. That it was read is in the log.
 * @throws Problem not-found, conflict while it is not done, not-ready until a checkpoint covers it
 */
export const readCertificate = async (
  { database, ledgerKey, now }: Pick<Services, 'database' | 'ledgerKey' | 'now'>,
  session: Session,
  destructionId: string,
): Promise<{ certificate: string }> => {
  const { file_id, statement } = await database.transaction(session.actor, async (tx) => {
    const row = /^\d{1,18}$/.test(destructionId)
      ? await tx.maybe(
          q
            .selectFrom('file_destruction')
            .where('destruction_id', '=', destructionId)
            .select(['file_id', 'state', 'statement']),
        )
      : undefined
    if (!row) throw new Problem('not-found', 'There is no such destruction.')
    if (row.statement === null) throw new Problem('conflict', `It is ${row.state}: nothing is certified yet.`)
    await record(tx, now(), {
      action: 'file.certificate-read',
      object: { kind: 'file', id: row.file_id },
      details: { destruction: destructionId },
    })
    return { file_id: row.file_id, statement: row.statement }
  })
  // The person may not read the log; the one entry that the certificate is made of is given out by what builds the tree.
  const receipt = await database.transaction(sequencer, (tx) =>
    receiptOf(tx, ledgerKey, { kind: 'file', id: file_id, action: 'file.destroyed' }),
  )
  if (receipt.state !== 'ready')
    throw new Problem(
      'not-ready',
      'The certificate follows within ten seconds of the destruction. Ask again then.',
    )
  return { certificate: makeCertificate(statement, receipt.text, ledgerKey.trust) }
}
