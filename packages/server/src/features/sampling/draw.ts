import { randomBytes } from 'node:crypto'
import { type SampleDraw, samplePools } from '@opentipline/contract'
import { drawSample as lowestTickets, sampleAlgorithm } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { drawView, loadDraw, poolSha256, sha256 } from './draws.ts'
import { readPools } from './pools.ts'
import { samplingRule } from './rule.ts'

const insertItems = `
  insert into sample_item (draw_id, agency_id, tip_id, pool, decision_id, revision, band)
  select $1, $2, t.tip_id, t.pool, t.decision_id, t.revision, t.band
  from unnest($3::bigint[], $4::text[], $5::bigint[], $6::int[], $7::text[]) as t (tip_id, pool, decision_id, revision, band)
  on conflict (tip_id) do nothing`

/**
 * Draws a sample of the acting agency's tips by its own rule, by a seed that nobody chose. What was drawn can be drawn again
 * from what the ledger has.
 * @throws Problem conflict where the agency draws nothing, or there is nothing to draw from
 */
export const drawSample = async (tx: Transaction, session: Session, now: Date): Promise<SampleDraw> => {
  const { agencyId } = session.actor
  await tx.prepared('sample-hold', 'select pg_advisory_xact_lock(hashtextextended($1, 230))', [agencyId])
  const rule = await samplingRule(tx, agencyId)
  if (rule.percent === 0)
    throw new Problem('conflict', 'Your agency has not set a share to draw: see Agency settings.')
  const pools = await readPools(tx, agencyId, rule, now)
  if (pools.declined.length + pools.undecided.length === 0)
    throw new Problem(
      'conflict',
      'There is nothing to draw from by your agency’s rule that was not drawn before.',
    )
  const seed = randomBytes(16).toString('hex')
  const [made] = await tx.prepared<{ draw_id: string }>(
    'sample-draw',
    `insert into sample_draw (agency_id, drawn_by, drawn_at, seed, algorithm, rule, declined_pool, undecided_pool)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning draw_id`,
    [
      agencyId,
      session.personId,
      now,
      seed,
      sampleAlgorithm,
      JSON.stringify(rule),
      pools.declined.map(({ tip_id }) => tip_id),
      pools.undecided.map(({ tip_id }) => tip_id),
    ],
  )
  if (!made) throw new Error('a draw that was just made is not there')
  const drawn = samplePools.flatMap((pool) => {
    const ids = new Set(
      lowestTickets(
        pools[pool].map(({ tip_id }) => tip_id),
        seed,
        rule,
        sha256,
      ),
    )
    return pools[pool].filter(({ tip_id }) => ids.has(tip_id)).map((member) => ({ pool, ...member }))
  })
  await tx.prepared('sample-items', insertItems, [
    made.draw_id,
    agencyId,
    drawn.map(({ tip_id }) => tip_id),
    drawn.map(({ pool }) => pool),
    drawn.map(({ decision_id }) => decision_id),
    drawn.map(({ revision }) => revision),
    drawn.map(({ band }) => band),
  ])
  await record(tx, now, {
    action: 'sample.drawn',
    object: { kind: 'agency', id: agencyId },
    details: {
      draw: made.draw_id,
      seed,
      algorithm: sampleAlgorithm,
      percent: rule.percent,
      most: rule.most,
      declined: pools.declined.length,
      undecided: pools.undecided.length,
      declinedSha256: poolSha256(pools.declined.map(({ tip_id }) => tip_id)),
      undecidedSha256: poolSha256(pools.undecided.map(({ tip_id }) => tip_id)),
      drawn: drawn.length,
    },
  })
  return drawView(await loadDraw(tx, session, made.draw_id))
}
