import type { LeaseView, QueueRow } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'

/** What changes on a row from minute to minute: who is on it, and who offers it. */
export type Marks = Pick<QueueRow, 'lease' | 'offeredBy' | 'assigned'>

type Row = {
  tip_id: string
  person_id: string | null
  by: string | null
  until: Date | null
  offered_by: string | null
  assigned_to: string | null
  assigned_id: string | null
}

const marksSql = `
  select t.tip_id, l.person_id, p.name as by, l.until, a.name as offered_by, w.name as assigned_to,
    s.person_id as assigned_id
  from unnest($1::bigint[]) as t (tip_id)
    left join tip_lease l on l.tip_id = t.tip_id and l.until > $2
    left join person p on p.person_id = l.person_id
    left join referral r on r.to_tip = t.tip_id and r.state = 'offered'
    left join agency a on a.agency_id = r.from_agency
    left join tip_assignment s on s.tip_id = t.tip_id
    left join person w on w.person_id = s.person_id`

/** The marks of some tips of the acting agency, by tip id. */
export const readMarks = async (
  tx: Transaction,
  session: Session,
  tipIds: readonly string[],
  now: Date,
): Promise<Map<string, Marks>> => {
  if (tipIds.length === 0) return new Map()
  const rows = await tx.prepared<Row>('tip-marks', marksSql, [tipIds, now])
  return new Map(
    rows.map((row) => [
      row.tip_id,
      {
        lease: leaseView(session, row),
        offeredBy: row.offered_by,
        assigned:
          row.assigned_to === null
            ? null
            : { name: row.assigned_to, own: row.assigned_id === session.personId },
      },
    ]),
  )
}

const leaseView = (session: Session, { person_id, by, until }: Row): LeaseView | null =>
  by !== null && until !== null
    ? { by, own: person_id === session.personId, until: until.toISOString() }
    : null
