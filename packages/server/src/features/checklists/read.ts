import type { ChecklistsView } from '@opentipline/contract'
import { checklistsInForce } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'
import { type ChecklistBook, type OwnLayer, readOwnLayer } from './book.ts'

/** Versions shown at most; all of them stay in the database. */
const versionsShownMax = 100

type VersionRow = OwnLayer & { by: string; saved_at: Date; because: string }

/** Every list as it holds at the acting agency, with every version of its own layer. */
export const readChecklists = async (
  tx: Transaction,
  session: Session,
  book: ChecklistBook,
): Promise<ChecklistsView> => {
  const agencyId = session.actor.agencyId
  const own = await readOwnLayer(tx, agencyId)
  const versions = await tx.prepared<VersionRow>(
    'checklists-versions',
    `select c.version, c.source_text, c.body, p.name as by, c.saved_at, c.because
     from agency_checklist c join person p on p.person_id = c.saved_by
     where c.agency_id = $1 order by c.version desc limit $2`,
    [agencyId, versionsShownMax],
  )
  return {
    asOf: book.asOf,
    lists: checklistsInForce(book.lists, own?.body ?? null),
    requires: own?.body.requires ?? [],
    versions: versions.map((row) => ({
      version: row.version,
      by: row.by,
      at: row.saved_at.toISOString(),
      because: row.because,
      text: row.source_text,
    })),
  }
}
