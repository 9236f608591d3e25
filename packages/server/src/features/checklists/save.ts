import type { ChecklistsView } from '@opentipline/contract'
import { readChecklistsYaml } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { type ChecklistBook, readOwnLayer } from './book.ts'
import { readChecklists } from './read.ts'

/** What is wrong with a text of an agency's own checklists. Nothing is saved. */
export const checkOwnChecklists = (book: ChecklistBook, text: string) => {
  const found = readChecklistsYaml(text, 'own', book.lists)
  return { problems: found.ok ? [] : found.problems }
}

/** Keeps a new version of the agency's own checklists. @throws Problem bad-request with lines, conflict */
export const saveOwnChecklists = async (
  tx: Transaction,
  session: Session,
  book: ChecklistBook,
  wish: { text: string; basedOn: number; because: string },
  now: Date,
): Promise<ChecklistsView> => {
  const found = readChecklistsYaml(wish.text, 'own', book.lists)
  if (!found.ok)
    throw new Problem(
      'bad-request',
      `The text cannot be used: ${found.problems.length} problem(s), the first in line ${found.problems[0]?.line ?? 1}.`,
      found.problems.map(({ path, message, line }) => ({
        path: '/body/text',
        message: `line ${line ?? 1}, ${path}: ${message}`,
      })),
    )
  const agencyId = session.actor.agencyId
  // One writer at a time per agency: two would take the same version.
  await tx.prepared('checklists-lock', 'select pg_advisory_xact_lock(7415220, hashtext($1))', [agencyId])
  const before = await readOwnLayer(tx, agencyId)
  if ((before?.version ?? 0) !== wish.basedOn)
    throw new Problem('conflict', 'Somebody has saved another version meanwhile. Read it, then save yours.')
  const version = wish.basedOn + 1
  await tx.prepared(
    'checklists-save',
    `insert into agency_checklist (agency_id, version, source_text, body, because, saved_by, saved_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [agencyId, version, wish.text, JSON.stringify(found.file), wish.because, session.personId, now],
  )
  const { lists, adds = [], requires = [] } = found.file
  await record(tx, now, {
    action: 'agency.checklists-changed',
    object: { kind: 'agency', id: agencyId },
    details: { version, lists: lists.length, adds: adds.length, requires: requires.length },
  })
  return readChecklists(tx, session, book)
}
