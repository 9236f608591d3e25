import { type AnswerOf, type BodyOf, type QueueView, viewsPerPersonMax } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { conditionsOf } from './filters.ts'

const viewRows = (session: Session) =>
  q
    .selectFrom('queue_view as v')
    .innerJoin('person as p', 'p.person_id', 'v.person_id')
    .where('v.agency_id', '=', session.actor.agencyId)
    .where(({ or, eb }) => or([eb('v.shared', '=', true), eb('v.person_id', '=', session.personId)]))
    .select(['v.view_id', 'v.name', 'v.shared', 'v.filter', 'v.person_id', 'p.name as by'])
    .orderBy('v.name')
    .orderBy('v.view_id')

type ViewRow = {
  view_id: string
  name: string
  shared: boolean
  filter: QueueView['filter']
  person_id: string
  by: string
}
const viewOf = (session: Session, row: ViewRow): QueueView => ({
  viewId: row.view_id,
  name: row.name,
  shared: row.shared,
  mine: row.person_id === session.personId,
  by: row.by,
  filter: row.filter,
})

/** The reader's views and those shared within their agency, by name. */
export const listViews = async (tx: Transaction, session: Session): Promise<AnswerOf<'listViews'>> => {
  const rows = await tx.rows(viewRows(session))
  const chosen = await tx.maybe(
    q
      .selectFrom('queue_default')
      .where('agency_id', '=', session.actor.agencyId)
      .where('person_id', '=', session.personId)
      .select('view_id'),
  )
  const shown = rows.some((row) => row.view_id === chosen?.view_id)
  return {
    views: rows.map((row) => viewOf(session, row)),
    // A view that its owner no longer shares opens nobody else's queue.
    defaultViewId: chosen && shown ? chosen.view_id : null,
  }
}

/** Saves a view; the person's own of that name is replaced. @throws Problem conflict at the limit, bad-request */
export const saveView = async (
  tx: Transaction,
  session: Session,
  wish: BodyOf<'saveView'>,
  now: Date,
): Promise<QueueView> => {
  const name = wish.name.trim()
  conditionsOf(wish.filter)
  const own = await tx.rows(
    q
      .selectFrom('queue_view')
      .where('agency_id', '=', session.actor.agencyId)
      .where('person_id', '=', session.personId)
      .select('name'),
  )
  if (own.length >= viewsPerPersonMax && !own.some((each) => each.name === name))
    throw new Problem('conflict', `You have ${viewsPerPersonMax} views already. Remove one first.`)
  const { view_id } = await tx.one(
    q
      .insertInto('queue_view')
      .values({
        agency_id: session.actor.agencyId,
        person_id: session.personId,
        name,
        shared: wish.shared,
        filter: JSON.stringify(wish.filter),
        saved_at: now,
      })
      .onConflict((at) =>
        at.columns(['agency_id', 'person_id', 'name']).doUpdateSet((eb) => ({
          shared: eb.ref('excluded.shared'),
          filter: eb.ref('excluded.filter'),
          saved_at: eb.ref('excluded.saved_at'),
        })),
      )
      .returning('view_id'),
  )
  await record(tx, now, {
    action: 'view.saved',
    object: { kind: 'view', id: view_id },
    details: { shared: wish.shared },
  })
  return viewOf(session, await tx.one(viewRows(session).where('v.view_id', '=', view_id)))
}

const isId = (text: string): boolean => /^\d{1,18}$/.test(text)
const missing = (): Problem => new Problem('not-found', 'There is no such view of yours.')

/** Removes an own view, for everybody who used it. @throws Problem not-found */
export const removeView = async (
  tx: Transaction,
  session: Session,
  viewId: string,
  now: Date,
): Promise<Record<string, never>> => {
  if (!isId(viewId)) throw missing()
  const gone = await tx.rows(
    q
      .deleteFrom('queue_view')
      .where('view_id', '=', viewId)
      .where('agency_id', '=', session.actor.agencyId)
      .where('person_id', '=', session.personId)
      .returning('view_id'),
  )
  if (gone.length === 0) throw missing()
  await record(tx, now, { action: 'view.removed', object: { kind: 'view', id: viewId } })
  return {}
}

/** Sets what the person's queue opens with. @throws Problem not-found */
export const setDefaultView = async (
  tx: Transaction,
  session: Session,
  viewId: string | null,
  now: Date,
): Promise<Record<string, never>> => {
  const own = { agency_id: session.actor.agencyId, person_id: session.personId }
  if (viewId === null)
    await tx.rows(
      q
        .deleteFrom('queue_default')
        .where('agency_id', '=', own.agency_id)
        .where('person_id', '=', own.person_id),
    )
  else {
    const view = isId(viewId) ? await tx.maybe(viewRows(session).where('v.view_id', '=', viewId)) : undefined
    if (!view) throw missing()
    await tx.rows(
      q
        .insertInto('queue_default')
        .values({ ...own, view_id: viewId })
        .onConflict((at) => at.columns(['agency_id', 'person_id']).doUpdateSet({ view_id: viewId })),
    )
  }
  await record(tx, now, { action: 'view.default-set', object: { kind: 'view', id: viewId ?? 'none' } })
  return {}
}
