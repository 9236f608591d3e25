import type { DestructionRequest, DestructionView } from '@opentipline/contract'
import { holdSentence, standingHolds } from '@opentipline/domain'
import { sql } from 'kysely'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { loadDestruction, readHolds, viewOf } from './destruction-view.ts'
import { isDay } from './record-authority.ts'

type Kept = { fileId: string; reportId: string; isDestroyed: boolean }

/** A file that the actor's side holds: by a tip that shows, or as the clearinghouse. @throws Problem not-found */
const loadHeldFile = async (tx: Transaction, session: Session, fileId: string): Promise<Kept> => {
  const row = await tx.maybe(
    q
      .selectFrom('file as f')
      .where('f.file_id', '=', fileId)
      .where(
        sql<boolean>`(app_is_clearinghouse() or exists (select 1 from tip t where t.report_id = f.report_id
          and t.agency_id = ${session.actor.agencyId} and t.withdrawn_at is null and t.available_at <= now()))`,
      )
      .select(['f.file_id', 'f.report_id', 'f.destroyed_at']),
  )
  if (!row) throw new Problem('not-found', 'You hold no file of this number.')
  return { fileId: row.file_id, reportId: row.report_id, isDestroyed: row.destroyed_at !== null }
}

/**
 * Proposes that a file be destroyed. Nothing is destroyed by it: a second person decides.
 * @throws Problem not-found, bad-request, file-destroyed, file-held, conflict where it is proposed already
 */
export const proposeDestruction = async (
  tx: Transaction,
  session: Session,
  fileId: string,
  wish: DestructionRequest,
  now: Date,
): Promise<DestructionView> => {
  const file = await loadHeldFile(tx, session, fileId)
  refuseIncomplete(wish)
  if (file.isDestroyed) throw new Problem('file-destroyed', 'It was destroyed before.')
  const { agencyId } = session.actor
  const holds = standingHolds(wish.basis, await readHolds(tx, fileId, agencyId, now))
  if (holds.some((hold) => hold.stands)) throw new Problem('file-held', holdSentence(holds))
  const [made] = await tx.rows(
    q
      .insertInto('file_destruction')
      .values({
        file_id: fileId,
        report_id: file.reportId,
        agency_id: agencyId,
        basis: wish.basis,
        court: wish.court ?? null,
        number: wish.number ?? null,
        dated: wish.dated ?? null,
        rule: wish.rule ?? null,
        because: wish.because,
        proposed_by: session.personId,
        proposed_at: now,
      })
      .onConflict((clash) => clash.doNothing())
      .returning('destruction_id'),
  )
  if (!made) throw new Problem('conflict', 'That this file be destroyed is proposed already.')
  await record(tx, now, {
    action: 'file.destruction-proposed',
    object: { kind: 'file', id: fileId },
    reason: wish.basis,
    details: { destruction: made.destruction_id, report: file.reportId },
  })
  const row = await loadDestruction(tx, made.destruction_id)
  if (!row) throw new Error('a destruction that was just proposed is not there')
  return viewOf(tx, session, row, now)
}

/** What each basis is stated with, and what belongs to the other one. The database refuses the same. */
const fields = {
  order: { needed: ['court', 'number', 'dated'], foreign: ['rule'] },
  'retention rule': { needed: ['rule'], foreign: ['court', 'number', 'dated'] },
} as const

const refuseIncomplete = (wish: DestructionRequest): void => {
  const { needed, foreign } = fields[wish.basis]
  const at = [
    ...needed
      .filter((name) => wish[name] === undefined || wish[name].trim() === '')
      .map((name) => ({
        path: `/body/${name}`,
        message: `A destruction under a ${wish.basis} is stated with it.`,
      })),
    ...foreign
      .filter((name) => wish[name] !== undefined)
      .map((name) => ({ path: `/body/${name}`, message: `It does not belong to a ${wish.basis}.` })),
  ]
  if (wish.dated !== undefined && !isDay(wish.dated))
    at.push({ path: '/body/dated', message: 'There is no such day.' })
  if (at.length > 0)
    throw new Problem('bad-request', at.map((each) => `${each.path} ${each.message}`).join('; '), at)
}
