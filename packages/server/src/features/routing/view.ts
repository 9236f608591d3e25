import type { PipelineView } from '@opentipline/contract'
import { sql } from 'kysely'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'

/** Items of a list shown at most; the counts tell the whole. */
const shownMax = 200

/** As the table's own rule has them, in the order of the way. */
const stagesInOrder = ['normalise', 'enrich', 'link', 'assess', 'route']

/** For the clearinghouse: what is on the way, what is stuck, and what has nowhere to go yet. */
export const readPipeline = async (tx: Transaction, now: Date): Promise<PipelineView> => {
  const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000)
  const counted = await tx.rows(
    q
      .selectFrom('work')
      .groupBy('stage')
      .select([
        'stage',
        sql<number>`count(*) filter (where state = 'ready')::int`.as('waiting'),
        sql<Date | null>`min(entered_at) filter (where state = 'ready')`.as('oldest'),
        sql<number>`count(*) filter (where state = 'ready' and attempts > 0)::int`.as('retrying'),
        sql<number>`count(*) filter (where state = 'stuck')::int`.as('stuck'),
      ]),
  )
  const stuck = await tx.rows(
    q
      .selectFrom('work')
      .where('state', '=', 'stuck')
      .selectAll()
      .orderBy('entered_at')
      .orderBy('report_id')
      .limit(shownMax),
  )
  const unrouted = await tx.rows(
    q
      .selectFrom('unrouted as u')
      .innerJoin('report as r', 'r.report_id', 'u.report_id')
      .leftJoin('provider as p', 'p.provider_id', 'r.provider_id')
      .where('u.resolved_at', 'is', null)
      .select(['u.report_id', 'p.name', 'u.since', 'u.missing'])
      .orderBy('u.since')
      .orderBy('u.report_id')
      .limit(shownMax),
  )
  const received = await tx.one(
    q
      .selectFrom('report')
      .where('state', '=', 'finished')
      .where('closed_at', '>', ago(24 * 60))
      .select([
        sql<number>`count(*)::int`.as('day'),
        sql<number>`count(*) filter (where closed_at > ${ago(60)})::int`.as('hour'),
        sql<number>`count(*) filter (where closed_at > ${ago(5)})::int`.as('fiveMinutes'),
      ]),
  )
  return {
    waiting: Object.fromEntries(
      counted.flatMap((row) => (row.waiting > 0 ? [[row.stage, row.waiting]] : [])),
    ),
    stages: stagesInOrder.map((stage) => {
      const row = counted.find((each) => each.stage === stage)
      return {
        stage,
        waiting: row?.waiting ?? 0,
        oldestAt: row?.oldest?.toISOString() ?? null,
        retrying: row?.retrying ?? 0,
        stuck: row?.stuck ?? 0,
      }
    }),
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
    received,
  }
}
