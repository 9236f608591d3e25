import { createHash } from 'node:crypto'
import { type SampleDraw, type SamplePool, samplePools, type SamplingRule } from '@opentipline/contract'
import { poolText } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'

/** Draws shown at most; the newest. */
const shownMax = 50

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
export const poolSha256 = (ids: readonly string[]): string => sha256(poolText(ids))

export type DrawRow = {
  draw_id: string
  by: string
  drawn_at: Date
  seed: string
  algorithm: string
  rule: SamplingRule
  declined_pool: string[]
  undecided_pool: string[]
  drawn_declined: number
  drawn_undecided: number
  read: number
}

const drawsSql = `
  select d.draw_id, p.name as by, d.drawn_at, d.seed, d.algorithm, d.rule, d.declined_pool::text[], d.undecided_pool::text[],
    count(*) filter (where i.pool = 'declined')::int as drawn_declined,
    count(*) filter (where i.pool = 'undecided')::int as drawn_undecided, count(i.verdict)::int as read
  from sample_draw d join person p on p.person_id = d.drawn_by left join sample_item i using (draw_id)
  where d.agency_id = $1 and ($2::bigint is null or d.draw_id = $2)
  group by d.draw_id, p.name order by d.draw_id desc limit ${shownMax}`

export const readDraws = (tx: Transaction, agencyId: string, drawId: string | null = null) =>
  tx.prepared<DrawRow>('sample-draws', drawsSql, [agencyId, drawId])

/** One draw of the acting agency. @throws Problem not-found */
export const loadDraw = async (tx: Transaction, session: Session, drawId: string): Promise<DrawRow> => {
  const [row] = /^\d{1,18}$/.test(drawId) ? await readDraws(tx, session.actor.agencyId, drawId) : []
  if (!row) throw new Problem('not-found', 'Your agency has no such draw.')
  return row
}

export const poolOf = (row: DrawRow, pool: SamplePool): string[] =>
  pool === 'declined' ? row.declined_pool : row.undecided_pool

export const drawView = (row: DrawRow): SampleDraw => ({
  drawId: row.draw_id,
  by: row.by,
  at: row.drawn_at.toISOString(),
  seed: row.seed,
  algorithm: row.algorithm,
  rule: row.rule,
  pools: samplePools.map((pool) => ({
    pool,
    size: poolOf(row, pool).length,
    drawn: pool === 'declined' ? row.drawn_declined : row.drawn_undecided,
    sha256: poolSha256(poolOf(row, pool)),
  })),
  read: row.read,
})
