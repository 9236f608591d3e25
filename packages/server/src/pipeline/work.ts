import type { Stage } from '../db/tables.ts'
import type { Transaction } from '../db/transaction.ts'

export type WorkItem = { reportId: string; revision: number; attempts: number }

/** The stages in the order of the way. None reaches back. */
export const stageOrder: readonly Stage[] = ['normalise', 'enrich', 'link', 'assess', 'route']

/** Reports taken at once: enough to share round trips, few enough that one batch stays under a second. */
export const batchItemsMax = 32
/** Tries before a report is put aside for a person. The pauses between them add up to about ten minutes. */
export const attemptsMax = 8
const firstPauseMs = 1_000
const pauseMsMax = 300_000
/** Characters of an error kept for the person who looks: its kind and place, not a report's text. */
export const errorCharactersMax = 500

/** Pause before try `attempts + 1`: doubling, up to five minutes. */
export const pauseAfter = (attempts: number): number =>
  Math.min(firstPauseMs * 2 ** Math.max(0, attempts - 1), pauseMsMax)

type Row = { report_id: string; revision: number; attempts: number }

/**
 * Claims ready items of a stage by their state, never by an id cursor: a row that commits late is still ready when it
 * does. A claim is a row lock; when the process dies the lock dies with it and the item is ready again.
 */
export const claim = async (tx: Transaction, stage: Stage, limit: number): Promise<WorkItem[]> => {
  const rows = await tx.prepared<Row>(
    'work-claim',
    `select report_id, revision, attempts from work
     where state = 'ready' and stage = $1 and not_before <= now()
     order by not_before limit $2 for update skip locked`,
    [stage, limit],
  )
  return rows.map((row) => ({ reportId: row.report_id, revision: row.revision, attempts: row.attempts }))
}

/** Claims one named item, or nothing when another has it or it has moved on. */
export const claimOne = async (
  tx: Transaction,
  stage: Stage,
  reportId: string,
): Promise<WorkItem | undefined> => {
  const [row] = await tx.prepared<Row>(
    'work-claim-one',
    `select report_id, revision, attempts from work
     where state = 'ready' and stage = $1 and report_id = $2 for update skip locked`,
    [stage, reportId],
  )
  return row && { reportId: row.report_id, revision: row.revision, attempts: row.attempts }
}

/** Moves items on. After the last stage the row is gone: its tip or unrouted entry is in this same transaction. */
export const advance = async (tx: Transaction, from: Stage, items: WorkItem[]): Promise<void> => {
  const next = stageOrder[stageOrder.indexOf(from) + 1]
  const ids = items.map((item) => item.reportId)
  if (next)
    await tx.prepared(
      'work-advance',
      `update work set stage = $2, attempts = 0, last_error = null where report_id = any($1::bigint[])`,
      [ids, next],
    )
  else await tx.prepared('work-done', 'delete from work where report_id = any($1::bigint[])', [ids])
}
