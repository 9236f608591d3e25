import { type AnswerOf, clockBoardRowsMax, type ClockView, type QueryOf } from '@opentipline/contract'
import type { TipSummary } from '../../db/tables.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'

const pageRowsDefault = 100

type Row = {
  tip_id: string
  report_id: string
  state: string
  summary: TipSummary
  ends_at: Date
  key: string
  body: ClockView
}

/** Closed tips keep their clocks; they are shown when asked for. */
const shown = `c.agency_id = $1 and t.withdrawn_at is null and t.available_at <= $2
  and ($3::boolean or t.state not in ('declined', 'referred'))`

const running = `
  select c.tip_id, t.report_id, t.state, t.summary, c.ends_at, c.key, c.body from tip_clock c join tip t using (tip_id)
  where ${shown} and c.ends_at > $2 and ($4::text is null or c.kind = $4)
    and ($5::timestamptz is null or (c.ends_at, c.tip_id, c.key) > ($5, $6, $7))
  order by c.ends_at, c.tip_id, c.key limit $8`

const past = `
  select c.tip_id, t.report_id, t.state, t.summary, c.ends_at, c.key, c.body from tip_clock c join tip t using (tip_id)
  where ${shown} and c.ends_at <= $2 and ($4::text is null or c.kind = $4)
    and ($5::timestamptz is null or (c.ends_at, c.tip_id, c.key) < ($5, $6, $7))
  order by c.ends_at desc, c.tip_id desc, c.key desc limit $8`

const counted = `
  select c.kind, count(*)::int as clocks from tip_clock c join tip t using (tip_id)
  where ${shown} and (c.ends_at > $2) = $4 group by c.kind`

/** Clocks of the board in its order, from its marker on, `limit` at most. */
export const boardRows = async (
  tx: Transaction,
  session: Session,
  { kind, past: wantsPast, closed, after }: Pick<QueryOf<'listClocks'>, 'kind' | 'past' | 'closed' | 'after'>,
  now: Date,
  limit: number,
): Promise<Row[]> => {
  const [at, tipId, key] = after === undefined ? [null, null, null] : readCursor(after)
  return tx.prepared<Row>(wantsPast ? 'clocks-past' : 'clocks-running', wantsPast ? past : running, [
    session.actor.agencyId,
    now,
    closed === true,
    kind ?? null,
    at,
    tipId,
    key,
    limit,
  ])
}

/** A page of the agency's clocks: running ones by what ends next, past ones the latest first. */
export const listClocks = async (
  tx: Transaction,
  session: Session,
  query: QueryOf<'listClocks'>,
  now: Date,
): Promise<AnswerOf<'listClocks'>> => {
  const limit = Math.min(query.limit ?? pageRowsDefault, clockBoardRowsMax)
  const isPast = query.past === true
  const base = [session.actor.agencyId, now, query.closed === true]
  const rows = await boardRows(tx, session, query, now, limit + 1)
  const counts = await tx.prepared<{ kind: string; clocks: number }>('clocks-counted', counted, [
    ...base,
    !isPast,
  ])
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map((row) => ({
      tipId: row.tip_id,
      reportId: row.report_id,
      state: row.state,
      provider: row.summary.provider,
      place: row.summary.place,
      clock: row.body,
    })),
    ...(rows.length > limit && last ? { next: cursorAfter(last) } : {}),
    counts: Object.fromEntries(counts.map(({ kind, clocks }) => [kind, clocks])),
    at: now.toISOString(),
  }
}

const cursorAfter = (row: Row): string =>
  Buffer.from(JSON.stringify([row.ends_at.toISOString(), row.tip_id, row.key])).toString('base64url')

const readCursor = (text: string): [string, string, string] => {
  const refused = new Problem(
    'bad-request',
    'This page marker is not one of ours. Read the first page again.',
  )
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    throw refused
  }
  if (!Array.isArray(value) || value.length !== 3) throw refused
  const [at, tipId, key]: unknown[] = value
  if (typeof at !== 'string' || typeof tipId !== 'string' || typeof key !== 'string') throw refused
  if (Number.isNaN(Date.parse(at)) || !/^\d{1,18}$/.test(tipId)) throw refused
  return [at, tipId, key]
}
