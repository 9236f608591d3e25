import type { NoteView } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { loadOwnTip } from './load.ts'

/** Writes a note on one of the agency's tips. @throws Problem not-found */
export const addNote = async (
  tx: Transaction,
  session: Session,
  tipId: string,
  text: string,
  now: Date,
): Promise<NoteView> => {
  await loadOwnTip(tx, session, tipId)
  const row = await tx.one(
    q
      .insertInto('note')
      .values({
        tip_id: tipId,
        agency_id: session.actor.agencyId,
        person_id: session.personId,
        text,
        at: now,
      })
      .returning(['note_id', 'at']),
  )
  await record(tx, now, {
    action: 'tip.noted',
    object: { kind: 'tip', id: tipId },
    details: { note: row.note_id },
  })
  return { noteId: row.note_id, by: session.personName, at: row.at.toISOString(), text }
}
