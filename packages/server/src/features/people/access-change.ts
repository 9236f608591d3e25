import type { AccessChange, AccessKind, Role } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'

export type ChangeRow = {
  change_id: string
  agency_id: string
  person_id: string
  person_name: string
  kind: AccessKind
  role: Role | null
  subject: string | null
  because: string
  asked_by: string
  asked_name: string
  asked_at: Date
  state: AccessChange['state']
  decided_by: string | null
  decided_name: string | null
  decided_at: Date | null
}

const columns = `c.change_id, c.agency_id, c.person_id, p.name as person_name, c.kind, c.role, c.subject, c.because,
  c.asked_by, a.name as asked_name, c.asked_at, c.state, c.decided_by, d.name as decided_name, c.decided_at
  from access_change c join person p on p.person_id = c.person_id join person a on a.person_id = c.asked_by
    left join person d on d.person_id = c.decided_by`

/** Changes shown beside those that wait: what was decided lately. The ledger has all of them. */
const shownMax = 50

export const listChanges = (tx: Transaction, agencyId: string): Promise<ChangeRow[]> =>
  tx.prepared<ChangeRow>(
    'changes-list',
    `select ${columns} where c.agency_id = $1 order by (c.state = 'waiting') desc, c.asked_at desc, c.change_id desc limit ${shownMax}`,
    [agencyId],
  )

/** @throws Problem not-found */
export const loadChange = async (tx: Transaction, session: Session, changeId: string): Promise<ChangeRow> => {
  const [row] = await tx.prepared<ChangeRow>(
    'change-load',
    `select ${columns} where c.change_id = $1 and c.agency_id = $2 for update of c`,
    [changeId, session.actor.agencyId],
  )
  if (!row) throw new Problem('not-found')
  return row
}

/** Whether a person may approve a change: a second person is neither who asked nor whom it is about. */
export const mayDecide = (row: Pick<ChangeRow, 'asked_by' | 'person_id'>, personId: string): boolean =>
  row.asked_by !== personId && row.person_id !== personId

export const changeView = (row: ChangeRow, session: Session): AccessChange => ({
  changeId: row.change_id,
  kind: row.kind,
  person: { personId: row.person_id, name: row.person_name },
  ...(row.role === null ? {} : { role: row.role }),
  ...(row.subject === null ? {} : { subject: row.subject }),
  because: row.because,
  askedBy: row.asked_name,
  askedAt: row.asked_at.toISOString(),
  state: row.state,
  ...(row.decided_name === null ? {} : { decidedBy: row.decided_name }),
  ...(row.decided_at === null ? {} : { decidedAt: row.decided_at.toISOString() }),
  mine: row.state === 'waiting' && mayDecide(row, session.personId),
})

/**
 * Whether the agency has somebody else who could approve: an approver who can sign in and is neither of the two. Where
 * there is nobody, a change takes effect at once and says so: an agency's first administrator has to begin somehow.
 */
export const hasSecondPerson = async (
  tx: Transaction,
  agencyId: string,
  askedBy: string,
  about: string,
): Promise<boolean> => {
  const rows = await tx.prepared(
    'second-person',
    `select from membership m join person p on p.person_id = m.person_id
     where m.agency_id = $1 and m.ended_at is null and p.disabled_at is null and m.person_id <> $2 and m.person_id <> $3
       and m.role in ('agency supervisor', 'agency administrator', 'clearinghouse supervisor')
       and p.last_signed_in_at is not null limit 1`,
    [agencyId, askedBy, about],
  )
  return rows.length > 0
}
