import type { LawView } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'
import { forumOf, type LawBook, type OwnRow } from './book.ts'

/** Versions shown at most; all of them stay in the database. */
const versionsShownMax = 100

type VersionRow = OwnRow & { by: string; saved_at: Date; because: string }

/** The pack as it holds at the acting agency, with every version of its own layer. */
export const readLaw = async (tx: Transaction, session: Session, book: LawBook): Promise<LawView> => {
  const agencyId = session.actor.agencyId
  const { pack, forum, forumBasis } = await book.forAgency(tx, agencyId)
  const versions = await tx.prepared<VersionRow>(
    'law-versions',
    `select l.version, l.forum_state, l.forum_circuit, l.forum_courts, l.source_text, l.entries, p.name as by, l.saved_at,
       l.because
     from agency_law l join person p on p.person_id = l.saved_by
     where l.agency_id = $1 order by l.version desc limit $2`,
    [agencyId, versionsShownMax],
  )
  return {
    asOf: pack.asOf,
    forum,
    forumBasis,
    circuits: pack.circuits.map((circuit) => ({ ...circuit, states: [...circuit.states] })),
    entries: [...pack.entries],
    own: (versions[0]?.entries ?? []).map(({ id }) => id),
    versions: versions.map((row) => ({
      version: row.version,
      by: row.by,
      at: row.saved_at.toISOString(),
      because: row.because,
      forum: forumOf(row),
      text: row.source_text,
    })),
  }
}
