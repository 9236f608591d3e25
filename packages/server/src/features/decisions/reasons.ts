import {
  type DecisionKind,
  decisionReasons,
  type OwnReason,
  ownReasonPrefix,
  type ReasonList,
  reasonListVersion,
} from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'

/** Reasons an agency may have in use for one kind: more than these nobody reads before choosing. */
const ownReasonsMax = 30

type Row = {
  reason_id: string
  kind: DecisionKind
  words: string
  added_by: string
  added_at: Date
  retired_by: string | null
  retired_at: Date | null
}

const rowsSql = `
  select r.reason_id, r.kind, r.words, a.name as added_by, r.added_at, b.name as retired_by, r.retired_at
  from agency_reason r join person a on a.person_id = r.added_by left join person b on b.person_id = r.retired_by
  where r.agency_id = $1`

const view = (row: Row): OwnReason => ({
  reasonId: row.reason_id,
  code: `${ownReasonPrefix}${row.reason_id}`,
  kind: row.kind,
  words: row.words,
  added: { by: row.added_by, at: row.added_at.toISOString() },
  retired:
    row.retired_by !== null && row.retired_at !== null
      ? { by: row.retired_by, at: row.retired_at.toISOString() }
      : null,
})

/** The reasons that the acting agency added, retired ones included. */
export const listReasons = async (tx: Transaction, session: Session): Promise<ReasonList> => {
  const rows = await tx.prepared<Row>('reasons-own', `${rowsSql} order by r.reason_id limit 500`, [
    session.actor.agencyId,
  ])
  return { version: reasonListVersion, own: rows.map(view) }
}

const loadReason = async (tx: Transaction, session: Session, reasonId: string): Promise<OwnReason> => {
  const rows = /^\d{1,18}$/.test(reasonId)
    ? await tx.prepared<Row>('reason-own', `${rowsSql} and r.reason_id = $2`, [
        session.actor.agencyId,
        reasonId,
      ])
    : []
  const [row] = rows
  if (!row) throw new Problem('not-found', 'Your agency has no such reason of its own.')
  return view(row)
}

/** Adds a reason of the agency's own. @throws Problem conflict where it is there already, or where there are too many */
export const addReason = async (
  tx: Transaction,
  session: Session,
  wish: { kind: DecisionKind; words: string },
  now: Date,
): Promise<OwnReason> => {
  const words = wish.words.trim()
  if (words === '')
    throw new Problem('bad-request', 'Say the reason in words.', [
      { path: '/body/words', message: 'is empty' },
    ])
  const inUse = (await listReasons(tx, session)).own.filter((own) => own.kind === wish.kind && !own.retired)
  if (inUse.some((own) => own.words.toLowerCase() === words.toLowerCase()))
    throw new Problem('conflict', 'Your agency has this reason already.')
  if (inUse.length >= ownReasonsMax)
    throw new Problem(
      'conflict',
      `An agency has ${ownReasonsMax} reasons of its own for one kind at most. Retire one.`,
    )
  const [made] = await tx.prepared<{ reason_id: string }>(
    'reason-add',
    'insert into agency_reason (agency_id, kind, words, added_by, added_at) values ($1, $2, $3, $4, $5) returning reason_id',
    [session.actor.agencyId, wish.kind, words, session.personId, now],
  )
  if (!made) throw new Error('a reason that was just added is not there')
  await record(tx, now, {
    action: 'agency.reason-added',
    object: { kind: 'agency', id: session.actor.agencyId },
    details: { reason: made.reason_id, kind: wish.kind },
  })
  return loadReason(tx, session, made.reason_id)
}

/** Ends the use of an own reason; decisions made with it keep it. @throws Problem not-found, conflict */
export const retireReason = async (
  tx: Transaction,
  session: Session,
  reasonId: string,
  now: Date,
): Promise<OwnReason> => {
  const reason = await loadReason(tx, session, reasonId)
  if (reason.retired) throw new Problem('conflict', 'This reason is retired already.')
  await tx.prepared(
    'reason-retire',
    'update agency_reason set retired_by = $3, retired_at = $4 where agency_id = $1 and reason_id = $2',
    [session.actor.agencyId, reasonId, session.personId, now],
  )
  await record(tx, now, {
    action: 'agency.reason-retired',
    object: { kind: 'agency', id: session.actor.agencyId },
    details: { reason: reasonId },
  })
  return loadReason(tx, session, reasonId)
}

/** Refuses a code that is neither published for this kind nor the agency's own and in use. @throws Problem bad-request */
export const checkReasons = async (
  tx: Transaction,
  session: Session,
  kind: DecisionKind,
  codes: readonly string[],
): Promise<void> => {
  const published: readonly { code: string }[] = decisionReasons[kind]
  const unpublished = codes.filter((code) => !published.some((reason) => reason.code === code))
  if (unpublished.length === 0) return
  const { own } = await listReasons(tx, session)
  const unknown = unpublished.find(
    (code) => !own.some((each) => each.code === code && each.kind === kind && !each.retired),
  )
  if (unknown === undefined) return
  const message = `"${unknown}" is not a reason to ${kind}.`
  throw new Problem('bad-request', message, [{ path: '/body/reasons', message }])
}
