import type { CaseTask, CaseTip, CaseView, LegalProcess } from '@opentipline/contract'
import { sql } from 'kysely'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { queueRow, rowColumns, shownLane, shownTips } from '../tips/index.ts'
import { caseRow, caseRows } from './rows.ts'

/** One case of the agency, read by a person: the reading is in the ledger. @throws Problem not-found */
export const readCase = async (
  tx: Transaction,
  session: Session,
  caseId: string,
  now: Date,
): Promise<CaseView> => {
  const view = await caseView(tx, session, caseId)
  await record(tx, now, { action: 'case.read', object: { kind: 'case', id: caseId } })
  return view
}

/** The case as it stands in this transaction. @throws Problem not-found */
export const caseView = async (tx: Transaction, session: Session, caseId: string): Promise<CaseView> => {
  const row = /^\d{1,18}$/.test(caseId)
    ? await tx.maybe(
        caseRows
          .where('c.case_id', '=', caseId)
          .where('c.agency_id', '=', session.actor.agencyId)
          .leftJoin('person as closer', 'closer.person_id', 'c.closed_by')
          .select(['closer.name as closed_by', 'c.closed_at', 'c.closed_because']),
      )
    : undefined
  if (!row) throw new Problem('not-found', 'There is no such case at your agency.')
  return {
    row: caseRow(row),
    closed:
      row.closed_at && row.closed_by
        ? { by: row.closed_by, at: row.closed_at.toISOString(), because: row.closed_because ?? '' }
        : null,
    tips: await tipsOf(tx, session, caseId),
    tasks: await tasksOf(tx, caseId),
    process: await processOf(tx, caseId),
  }
}

const tipsOf = async (tx: Transaction, session: Session, caseId: string): Promise<CaseTip[]> => {
  const rows = await tx.rows(
    shownTips(session.actor.agencyId, session.personId)
      .innerJoin('case_tip as ct', 'ct.tip_id', 'tip.tip_id')
      .innerJoin('person as p', 'p.person_id', 'ct.added_by')
      .where('ct.case_id', '=', caseId)
      .where('ct.removed_at', 'is', null)
      .select(rowColumns)
      .select([shownLane, 'p.name as added_by', 'ct.added_at'])
      .orderBy('tip.band_rank')
      .orderBy('tip.tip_id'),
  )
  const others = await tx.rows(
    q
      .selectFrom('case_tip as mine')
      .innerJoin('case_tip as other', 'other.tip_id', 'mine.tip_id')
      .innerJoin('case_file as c', 'c.case_id', 'other.case_id')
      .where('mine.case_id', '=', caseId)
      .where('mine.removed_at', 'is', null)
      .where('other.removed_at', 'is', null)
      .where('other.case_id', '<>', caseId)
      .select(['other.tip_id', 'c.case_id', 'c.title']),
  )
  return rows.map((row) => ({
    row: queueRow(row),
    addedBy: row.added_by,
    addedAt: row.added_at.toISOString(),
    alsoIn: others
      .filter((each) => each.tip_id === row.tip_id)
      .map((each) => ({ caseId: each.case_id, title: each.title })),
  }))
}

const tasksOf = async (tx: Transaction, caseId: string): Promise<CaseTask[]> => {
  const rows = await tx.rows(
    q
      .selectFrom('case_task as t')
      .innerJoin('person as maker', 'maker.person_id', 't.made_by')
      .leftJoin('person as taker', 'taker.person_id', 't.taken_by')
      .leftJoin('person as doer', 'doer.person_id', 't.done_by')
      .where('t.case_id', '=', caseId)
      .select(['t.task_id', 't.says', 't.made_at', 't.done_at'])
      .select(['maker.name as made_by', 'taker.name as taken', 'doer.name as done_by'])
      .orderBy(sql`t.done_at is not null`)
      .orderBy('t.task_id'),
  )
  return rows.map((row) => ({
    taskId: row.task_id,
    says: row.says,
    taken: row.taken,
    madeBy: row.made_by,
    madeAt: row.made_at.toISOString(),
    done: row.done_at && row.done_by ? { by: row.done_by, at: row.done_at.toISOString() } : null,
  }))
}

const processOf = async (tx: Transaction, caseId: string): Promise<LegalProcess[]> => {
  const rows = await tx.rows(
    q
      .selectFrom('legal_process as l')
      .innerJoin('person as p', 'p.person_id', 'l.made_by')
      .where('l.case_id', '=', caseId)
      .select([
        'l.process_id',
        'l.kind',
        'l.addressed_to',
        'l.reference',
        'l.state',
        'l.made_at',
        'l.returned',
      ])
      // Days as a person said them: text, so that no zone moves them.
      .select([
        sql<string | null>`l.sent_on::text`.as('sent_on'),
        sql<string | null>`l.returned_on::text`.as('returned_on'),
        'p.name as made_by',
      ])
      .orderBy('l.process_id'),
  )
  return rows.map((row) => ({
    processId: row.process_id,
    kind: row.kind,
    addressedTo: row.addressed_to,
    reference: row.reference,
    state: row.state,
    madeBy: row.made_by,
    madeAt: row.made_at.toISOString(),
    sentOn: row.sent_on,
    returnedOn: row.returned_on,
    returned: row.returned,
  }))
}
