import type { CaseView, TaskChange } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { loadOpenCase } from './load.ts'
import { caseView } from './read.ts'

/** Tasks of one case at most: a longer list is not read. */
const tasksMax = 200

/** Notes something to do. @throws Problem not-found, conflict, too-large */
export const addTask = async (
  tx: Transaction,
  session: Session,
  caseId: string,
  says: string,
  now: Date,
): Promise<CaseView> => {
  await loadOpenCase(tx, session, caseId)
  const known = await tx.rows(q.selectFrom('case_task').where('case_id', '=', caseId).select('task_id'))
  if (known.length >= tasksMax) throw new Problem('too-large', `A case has ${tasksMax} tasks at most.`)
  const { task_id } = await tx.one(
    q
      .insertInto('case_task')
      .values({
        case_id: caseId,
        agency_id: session.actor.agencyId,
        says,
        made_by: session.personId,
        made_at: now,
      })
      .returning('task_id'),
  )
  await record(tx, now, {
    action: 'case.task-added',
    object: { kind: 'case', id: caseId },
    details: { task: task_id },
  })
  return caseView(tx, session, caseId)
}

/** What a change sets. A task may be done by somebody other than who took it on. */
const setFor = (change: TaskChange['change'], personId: string, now: Date) => {
  switch (change) {
    case 'take':
      return { taken_by: personId }
    case 'leave':
      return { taken_by: null }
    case 'done':
      return { done_by: personId, done_at: now }
    case 'not done':
      return { done_by: null, done_at: null }
  }
}

/** Takes a task on, leaves it, or says whether it is done. @throws Problem not-found, conflict */
export const changeTask = async (
  tx: Transaction,
  session: Session,
  wish: { caseId: string; taskId: string; change: TaskChange['change'] },
  now: Date,
): Promise<CaseView> => {
  await loadOpenCase(tx, session, wish.caseId)
  const changed = /^\d{1,18}$/.test(wish.taskId)
    ? await tx.rows(
        q
          .updateTable('case_task')
          .set(setFor(wish.change, session.personId, now))
          .where('case_id', '=', wish.caseId)
          .where('task_id', '=', wish.taskId)
          .returning('task_id'),
      )
    : []
  if (changed.length === 0) throw new Problem('not-found', 'This case has no such task.')
  await record(tx, now, {
    action: 'case.task-changed',
    object: { kind: 'case', id: wish.caseId },
    details: { task: wish.taskId, change: wish.change },
  })
  return caseView(tx, session, wish.caseId)
}
