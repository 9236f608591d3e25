import type { RecordRequest, RecordView } from '@opentipline/contract'
import { signalNamed } from '@opentipline/domain'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import type { PolicyBook } from '../policies/index.ts'
import { rejudgeOwn } from '../routing/index.ts'
import { loadOwnTip } from './load.ts'
import { readRecords } from './records-of.ts'

/** Records of one tip at most: more are no longer read by anybody. */
const recordsMax = 200

/**
 * Records what the agency's own records say of a signal that a tip cannot say. The tip is judged by it at once; no other
 * agency's is. Records that contradict each other leave the signal unknown until one is withdrawn.
 * @throws Problem not-found, bad-request when the signal is not one that an officer records
 */
export const recordIntelligence = async (
  tx: Transaction,
  session: Session,
  policies: PolicyBook,
  tipId: string,
  wish: RecordRequest,
  now: Date,
): Promise<RecordView> => {
  const tip = await loadOwnTip(tx, session, tipId)
  const definition = signalNamed(wish.signal)
  if (definition === undefined || !isRecordable(definition))
    throw new Problem('bad-request', `"${wish.signal}" is not something that an officer records.`)
  const known = await readRecords(tx, tipId)
  if (known.length >= recordsMax) throw new Problem('too-large', `A tip has ${recordsMax} records at most.`)
  const { record_id } = await tx.one(
    q
      .insertInto('officer_record')
      .values({
        tip_id: tipId,
        report_id: tip.report_id,
        agency_id: session.actor.agencyId,
        person_id: session.personId,
        signal: wish.signal,
        value: wish.value,
        note: wish.note,
        at: now,
      })
      .returning('record_id'),
  )
  await record(tx, now, {
    action: 'tip.record-added',
    object: { kind: 'tip', id: tipId },
    details: { record: record_id, signal: wish.signal, value: wish.value },
  })
  await rejudgeOwn(tx, policies, session.actor.agencyId, [tip.report_id], now)
  return readOne(tx, tipId, record_id)
}

/** Intelligence, and the one operational fact that only a check by the agency can answer. */
const isRecordable = (definition: { class: string; name: string }): boolean =>
  definition.class === 'intelligence' || definition.name === 'another agency active'

/** Takes a record back; it stays to be seen with who did so and why. @throws Problem not-found, conflict */
export const withdrawRecord = async (
  tx: Transaction,
  session: Session,
  policies: PolicyBook,
  wish: { tipId: string; recordId: string; because: string },
  now: Date,
): Promise<RecordView> => {
  const tip = await loadOwnTip(tx, session, wish.tipId)
  const known = (await readRecords(tx, wish.tipId)).find((each) => each.recordId === wish.recordId)
  if (!known) throw new Problem('not-found', 'This tip has no such record.')
  if (known.withdrawn) throw new Problem('conflict', 'This record was withdrawn already.')
  await tx.rows(
    q
      .updateTable('officer_record')
      .set({ withdrawn_at: now, withdrawn_by: session.personId, withdrawn_because: wish.because })
      .where('record_id', '=', wish.recordId),
  )
  await record(tx, now, {
    action: 'tip.record-withdrawn',
    object: { kind: 'tip', id: wish.tipId },
    details: { record: wish.recordId, signal: known.signal },
  })
  await rejudgeOwn(tx, policies, session.actor.agencyId, [tip.report_id], now)
  return readOne(tx, wish.tipId, wish.recordId)
}

const readOne = async (tx: Transaction, tipId: string, recordId: string): Promise<RecordView> => {
  const found = (await readRecords(tx, tipId)).find((each) => each.recordId === recordId)
  if (!found) throw new Error('a record that was just kept is not there')
  return found
}
