import type { SampleReading, Sampling } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'
import { drawView, readDraws } from './draws.ts'
import { itemJoins, mayReread, stillToRead } from './readable.ts'
import { samplingRule } from './rule.ts'

/** Readings shown at most; the newest. */
const readingsShownMax = 200

/** Roles that re-read; an administrator does not work on tips. */
const readers: readonly string[] = ['officer', 'agency supervisor']

const openSql = `
  select i.item_id, d.drawn_at, i.reader_id is not null as taken, ${mayReread} as mine
  from ${itemJoins} where ${stillToRead} order by (i.reader_id is null), i.item_id`

const readingsSql = `
  select i.item_id, i.tip_id, i.pool, i.band, i.verdict, i.note, p.name as by, i.judged_at, i.seen_before, t.state
  from ${itemJoins} join person p on p.person_id = i.reader_id
  where i.agency_id = $1 and i.verdict is not null and t.withdrawn_at is null
  order by (i.verdict = 'would have been pursued') desc, i.judged_at desc, i.item_id desc limit ${readingsShownMax}`

type OpenRow = { item_id: string; drawn_at: Date; taken: boolean; mine: boolean }
type ReadingRow = {
  item_id: string
  tip_id: string
  pool: SampleReading['pool']
  band: string
  verdict: SampleReading['verdict']
  note: string
  by: string
  judged_at: Date
  seen_before: boolean
  state: SampleReading['state']
}

/** What this person may re-read, told as no more than drawn; the draws; and what was found, misses first. */
export const readSampling = async (tx: Transaction, session: Session): Promise<Sampling> => {
  const { agencyId } = session.actor
  const open = await tx.prepared<OpenRow>('sample-open', openSql, [agencyId, session.personId])
  const mine = readers.includes(session.membership.role) ? open.filter((row) => row.mine) : []
  const draws = await readDraws(tx, agencyId)
  const readings = await tx.prepared<ReadingRow>('sample-readings', readingsSql, [agencyId])
  return {
    rule: await samplingRule(tx, agencyId),
    toRead: mine.map((row) => ({
      itemId: row.item_id,
      drawnAt: row.drawn_at.toISOString(),
      own: row.taken,
    })),
    forOthers: open.length - mine.length,
    draws: draws.map(drawView),
    readings: readings.map((row) => ({
      itemId: row.item_id,
      tipId: row.tip_id,
      pool: row.pool,
      band: row.band,
      verdict: row.verdict,
      note: row.note,
      by: row.by,
      at: row.judged_at.toISOString(),
      seenBefore: row.seen_before,
      state: row.state,
    })),
  }
}
