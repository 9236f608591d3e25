import type { PipelineView } from '@opentipline/contract'
import { sql } from 'kysely'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'

/** Items of a list shown at most; the counts tell the whole. */
const shownMax = 200

/** For the clearinghouse: what is on the way, what is stuck, and what has nowhere to go yet. */
export const readPipeline = async (tx: Transaction, now: Date): Promise<PipelineView> => {
  const waiting = await tx.rows(
    q
      .selectFrom('work')
      .where('state', '=', 'ready')
      .groupBy('stage')
      .select(['stage', sql<number>`count(*)::int`.as('reports')]),
  )
  const stuck = await tx.rows(
    q.selectFrom('work').where('state', '=', 'stuck').selectAll().orderBy('entered_at').limit(shownMax),
  )
  const unrouted = await tx.rows(
    q
      .selectFrom('unrouted as u')
      .innerJoin('report as r', 'r.report_id', 'u.report_id')
      .leftJoin('provider as p', 'p.provider_id', 'r.provider_id')
      .where('u.resolved_at', 'is', null)
      .select(['u.report_id', 'p.name', 'u.since', 'u.missing'])
      .orderBy('u.since')
      .limit(shownMax),
  )
  const received = await tx.one(
    q
      .selectFrom('report')
      .where('state', '=', 'finished')
      .where('closed_at', '>', new Date(now.getTime() - 3_600_000))
      .select(sql<number>`count(*)::int`.as('reports')),
  )
  return {
    waiting: Object.fromEntries(waiting.map((row) => [row.stage, row.reports])),
    stuck: stuck.map((row) => ({
      reportId: row.report_id,
      stage: row.stage,
      attempts: row.attempts,
      lastError: row.last_error ?? '',
      since: row.entered_at.toISOString(),
    })),
    unrouted: unrouted.map((row) => ({
      reportId: row.report_id,
      provider: row.name,
      since: row.since.toISOString(),
      missing: row.missing,
    })),
    receivedLastHour: received.reports,
  }
}
