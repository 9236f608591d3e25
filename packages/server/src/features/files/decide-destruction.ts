import type { DestructionView } from '@opentipline/contract'
import { holdSentence, standingHolds } from '@opentipline/domain'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import type { Services } from '../../platform/services.ts'
import { record } from '../ledger/index.ts'
import { carryOut } from './destroy.ts'
import { type DestructionRow, loadDestruction, readHolds, viewOf } from './destruction-view.ts'

type Served = Pick<Services, 'database' | 'vault' | 'now' | 'log'>
type Verdict = { verdict: 'approved' | 'refused'; because: string }

/** One of the acting agency's own requests; what others have destroyed is theirs to decide. @throws Problem not-found */
const loadOwn = async (tx: Transaction, session: Session, destructionId: string): Promise<DestructionRow> => {
  const row = await loadDestruction(tx, destructionId)
  if (row?.agency_id !== session.actor.agencyId)
    throw new Problem('not-found', 'There is no such request of your agency.')
  return row
}

/**
 * A second person decides. Once it is approved the file is destroyed at once, key first; where that is interrupted the same
 * act goes on with it, and so does the server by itself.
 * @throws Problem not-found, not-allowed for one's own, file-held, conflict where it is decided
 */
export const decideDestruction = async (
  services: Served,
  session: Session,
  destructionId: string,
  wish: Verdict,
): Promise<DestructionView> => {
  const { database, now } = services
  try {
    await database.transaction(session.actor, (tx) => decide(tx, session, destructionId, wish, now()))
  } catch (error) {
    if (error instanceof Problem && error.code === 'file-held')
      await recordHeld(services, session, destructionId)
    throw error
  }
  if (wish.verdict === 'approved') await carryOut(services, destructionId)
  return database.transaction(session.actor, async (tx) =>
    viewOf(tx, session, await loadOwn(tx, session, destructionId), now()),
  )
}

const decide = async (
  tx: Transaction,
  session: Session,
  destructionId: string,
  { verdict, because }: Verdict,
  now: Date,
): Promise<void> => {
  const row = await loadOwn(tx, session, destructionId)
  if (row.proposed_by === session.personId)
    throw new Problem('not-allowed', 'A second person decides: nobody decides on their own proposal.')
  if (verdict === 'approved' && ['approved', 'key destroyed', 'done'].includes(row.state)) return
  if (row.state !== 'proposed') throw new Problem('conflict', `It is ${row.state} already.`)
  if (verdict === 'approved') {
    // Asked again: a letter may have gone out, or a tip been reopened, since it was proposed.
    const holds = standingHolds(row.basis, await readHolds(tx, row.file_id, row.agency_id, now))
    if (holds.some((hold) => hold.stands)) throw new Problem('file-held', holdSentence(holds))
  }
  await settle(tx, session, row, verdict, because, now)
}

const settle = async (
  tx: Transaction,
  session: Session,
  row: DestructionRow,
  state: 'approved' | 'refused' | 'withdrawn',
  because: string,
  now: Date,
): Promise<void> => {
  const settled = await tx.rows(
    q
      .updateTable('file_destruction')
      .set({ state, decided_by: session.personId, decided_at: now, decided_because: because })
      .where('destruction_id', '=', row.destruction_id)
      .where('state', '=', 'proposed')
      .returning('destruction_id'),
  )
  if (settled.length === 0) throw new Problem('conflict', 'Somebody decided on it in the meantime.')
  await record(tx, now, {
    action: `file.destruction-${state}`,
    object: { kind: 'file', id: row.file_id },
    details: { destruction: row.destruction_id, report: row.report_id, proposedBy: row.proposed_by },
  })
}

/** In a transaction of its own, since that of the attempt is gone. */
const recordHeld = ({ database, now }: Served, session: Session, destructionId: string): Promise<void> =>
  database.transaction(session.actor, async (tx) => {
    const row = await loadOwn(tx, session, destructionId)
    await record(tx, now(), {
      action: 'file.destruction-held',
      object: { kind: 'file', id: row.file_id },
      outcome: 'denied',
      details: { destruction: destructionId },
    })
  })

/** Takes back one's own proposal. @throws Problem not-found, not-allowed for another's, conflict */
export const withdrawDestruction = async (
  tx: Transaction,
  session: Session,
  wish: { destructionId: string; because: string },
  now: Date,
): Promise<DestructionView> => {
  const row = await loadOwn(tx, session, wish.destructionId)
  if (row.proposed_by !== session.personId)
    throw new Problem('conflict', 'Only who proposed it takes it back. You can refuse it.')
  if (row.state !== 'proposed') throw new Problem('conflict', `It is ${row.state} already.`)
  await settle(tx, session, row, 'withdrawn', wish.because, now)
  return viewOf(tx, session, await loadOwn(tx, session, wish.destructionId), now)
}
