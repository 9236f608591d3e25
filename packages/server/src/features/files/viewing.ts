import {
  type ViewingPreference,
  type ViewingSums,
  type ViewingView,
  viewSumPeopleMin,
} from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { readLimit } from './openings-limit.ts'

/** What holds until a person chooses: as little to see and hear as leaves a file recognisable, and a pause every while. */
const defaults: ViewingPreference = { blurPixels: 8, greyscale: true, muted: true, breakMinutes: 20 }
/** Days of one's own count that are shown. */
const daysShown = 30

type DayRow = { day: string; views: string }

const daysSql = `select (streamed_at at time zone 'UTC')::date::text as day, count(*) as views from file_opening
  where person_id = $1 and streamed_at is not null and streamed_at > $2 group by 1 order by 1 desc`

/** A person's own preference and own count. Row security shows them nobody else's. */
export const readViewing = async (tx: Transaction, session: Session, now: Date): Promise<ViewingView> => {
  const chosen = await tx.maybe(
    q.selectFrom('viewing_preference').where('person_id', '=', session.personId).selectAll(),
  )
  const since = new Date(now.getTime() - daysShown * 86_400_000)
  const days = await tx.prepared<DayRow>('own-views', daysSql, [session.personId, since])
  const today = now.toISOString().slice(0, 10)
  return {
    preference: chosen
      ? {
          blurPixels: chosen.blur_pixels,
          greyscale: chosen.greyscale,
          muted: chosen.muted,
          breakMinutes: chosen.break_minutes,
        }
      : defaults,
    chosen: chosen !== undefined,
    limit: await readLimit(tx, session, now),
    today: Number(days.find(({ day }) => day === today)?.views ?? 0),
    days: days.map(({ day, views }) => ({ day, views: Number(views) })),
  }
}

/** Keeps how a person wants files to be shown. */
export const setViewing = async (
  tx: Transaction,
  session: Session,
  wish: ViewingPreference,
  now: Date,
): Promise<ViewingPreference> => {
  const columns = {
    blur_pixels: wish.blurPixels,
    greyscale: wish.greyscale,
    muted: wish.muted,
    break_minutes: wish.breakMinutes,
    changed_at: now,
  }
  await tx.rows(
    q
      .insertInto('viewing_preference')
      .values({ person_id: session.personId, ...columns })
      .onConflict((clash) => clash.column('person_id').doUpdateSet(columns)),
  )
  await record(tx, now, { action: 'viewing.changed', object: { kind: 'person', id: session.personId } })
  return wish
}

/** The agency's sums. Which weeks are told is decided in the database, where the rows are. */
export const readViewingSums = async (tx: Transaction, now: Date): Promise<ViewingSums> => {
  const rows = await tx.prepared<{ week: string; views: string | null }>(
    'view-sums',
    'select week::text, views from agency_view_sums($1)',
    [now],
  )
  return {
    peopleMin: viewSumPeopleMin,
    weeks: rows.map(({ week, views }) => ({ week, views: views === null ? null : Number(views) })),
  }
}
