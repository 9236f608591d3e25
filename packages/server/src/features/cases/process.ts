import type { CaseView, ProcessRequest, ProcessState, ProcessStep } from '@opentipline/contract'
import { processAfter } from '@opentipline/domain'
import { sql } from 'kysely'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { loadOpenCase } from './load.ts'
import { caseView } from './read.ts'

/** Legal process of one case at most. */
const processMax = 200

/** Notes legal process that is being drafted. Nothing is sent from here. @throws Problem not-found, conflict, too-large */
export const addProcess = async (
  tx: Transaction,
  session: Session,
  caseId: string,
  wish: ProcessRequest,
  now: Date,
): Promise<CaseView> => {
  await loadOpenCase(tx, session, caseId)
  const known = await tx.rows(
    q.selectFrom('legal_process').where('case_id', '=', caseId).select('process_id'),
  )
  if (known.length >= processMax) throw new Problem('too-large', `A case has ${processMax} of these at most.`)
  const { process_id } = await tx.one(
    q
      .insertInto('legal_process')
      .values({
        case_id: caseId,
        agency_id: session.actor.agencyId,
        kind: wish.kind,
        addressed_to: wish.addressedTo,
        reference: wish.reference,
        made_by: session.personId,
        made_at: now,
      })
      .returning('process_id'),
  )
  await record(tx, now, {
    action: 'case.process-added',
    object: { kind: 'case', id: caseId },
    details: { process: process_id, kind: wish.kind },
  })
  return caseView(tx, session, caseId)
}

/** Says that it was sent, came back, or was withdrawn. @throws Problem not-found, conflict, bad-request */
export const stepProcess = async (
  tx: Transaction,
  session: Session,
  wish: { caseId: string; processId: string; step: ProcessStep },
  now: Date,
): Promise<CaseView> => {
  const { caseId, processId, step } = wish
  await loadOpenCase(tx, session, caseId)
  const before = /^\d{1,18}$/.test(processId)
    ? await tx.maybe(
        q
          .selectFrom('legal_process')
          .where('case_id', '=', caseId)
          .where('process_id', '=', processId)
          .select(['state', sql<string | null>`sent_on::text`.as('sent_on')])
          .forUpdate(),
      )
    : undefined
  if (!before) throw new Problem('not-found', 'This case has no such legal process.')
  await tx.rows(
    q
      .updateTable('legal_process')
      .set(after({ state: before.state, sentOn: before.sent_on }, step, now))
      .where('process_id', '=', processId),
  )
  await record(tx, now, {
    action: 'case.process-moved',
    object: { kind: 'case', id: caseId },
    details: { process: processId, step: step.step },
  })
  return caseView(tx, session, caseId)
}

const after = (before: { state: ProcessState; sentOn: string | null }, step: ProcessStep, now: Date) => {
  const next = processAfter(before, step, now)
  if ('refused' in next)
    throw next.refused.field === undefined
      ? new Problem('conflict', next.refused.says)
      : new Problem('bad-request', next.refused.says, [
          { path: `/body/${next.refused.field}`, message: next.refused.says },
        ])
  return { state: next.state, sent_on: next.sentOn, returned_on: next.returnedOn, returned: next.returned }
}
