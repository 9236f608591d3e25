import type { BlindReading, Finding, SampleVerdict } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { assembleReport } from '../reports/index.ts'
import { readIdentifiers } from '../tips/index.ts'
import { itemJoins, mayReread, stillToRead } from './readable.ts'

type Item = {
  item_id: string
  draw_id: string
  tip_id: string
  report_id: string
  revision: number
  reader_id: string | null
  seen_before: boolean | null
  seen: boolean
  allowed: boolean
}

const itemSql = `
  select i.item_id, i.draw_id, i.tip_id, t.report_id, t.revision, i.reader_id, i.seen_before, ${mayReread} as allowed,
    exists (select from tip_seen s where s.tip_id = i.tip_id and s.person_id = $2) as seen
  from ${itemJoins} where ${stillToRead} and i.item_id = $3`

/** One drawn tip that waits to be re-read. Row security refuses the change of one that a colleague took meanwhile. @throws Problem not-found, not-allowed to whoever may not re-read it */
const loadItem = async (tx: Transaction, session: Session, itemId: string): Promise<Item> => {
  const [item] = /^\d{1,18}$/.test(itemId)
    ? await tx.prepared<Item>('sample-item', itemSql, [session.actor.agencyId, session.personId, itemId])
    : []
  if (!item) throw new Problem('not-found', 'There is nothing of that number to re-read.')
  if (item.reader_id !== null && item.reader_id !== session.personId)
    throw new Problem('conflict', 'A colleague is re-reading it.')
  if (!item.allowed)
    throw new Problem(
      'not-allowed',
      'A second person re-reads it: not who decided on it, and not who looked at the list of the draw.',
    )
  return item
}

/** Exactly one row was changed; else somebody was quicker. @throws Problem conflict */
const changed = async (rows: Promise<unknown[]>): Promise<void> => {
  if ((await rows).length !== 1)
    throw new Problem('conflict', 'A colleague was quicker: look at the list again.')
}

const loadTaken = async (tx: Transaction, session: Session, itemId: string): Promise<Item> => {
  const item = await loadItem(tx, session, itemId)
  if (item.reader_id === null) throw new Problem('conflict', 'Begin the re-reading first.')
  return item
}

/**
 * Begins a re-reading, or goes on with it. While it lasts, the tip's own page is closed to this person (`refuseWhileBlind`).
 * @throws Problem not-found, not-allowed, conflict
 */
export const takeReading = async (
  tx: Transaction,
  session: Session,
  itemId: string,
  now: Date,
): Promise<BlindReading> => {
  const item = await loadItem(tx, session, itemId)
  const seenBefore = item.seen_before ?? item.seen
  if (item.reader_id === null)
    await changed(
      tx.prepared(
        'sample-take',
        `update sample_item set reader_id = $2, taken_at = $3, seen_before = $4
         where item_id = $1 and verdict is null and reader_id is null returning item_id`,
        [itemId, session.personId, now, seenBefore],
      ),
    )
  await record(tx, now, {
    action: 'sample.taken',
    object: { kind: 'sample', id: itemId },
    details: { draw: item.draw_id, tip: item.tip_id, report: item.report_id, seenBefore },
  })
  const received = await assembleReport(tx, item.report_id)
  if (!received) throw new Error(`tip ${item.tip_id} has no report`)
  const of = { report_id: item.report_id, revision: item.revision }
  const findings = await tx.rows(
    q
      .selectFrom('finding')
      .where('report_id', '=', of.report_id)
      .where('revision', '=', of.revision)
      .select('body')
      .orderBy('key'),
  )
  const facts = await tx.maybe(
    q
      .selectFrom('report_facts')
      .where('report_id', '=', of.report_id)
      .where('revision', '=', of.revision)
      .select('places'),
  )
  return {
    itemId,
    report: received.report,
    findings: findings.map((row): Finding => row.body),
    identifiers: await readIdentifiers(tx, item.report_id),
    places: facts?.places ?? [],
    seenBefore,
  }
}

/** Gives a re-reading back. @throws Problem not-found, conflict where it was not begun */
export const leaveReading = async (
  tx: Transaction,
  session: Session,
  itemId: string,
  now: Date,
): Promise<void> => {
  const item = await loadTaken(tx, session, itemId)
  await changed(
    tx.prepared(
      'sample-leave',
      `update sample_item set reader_id = null, taken_at = null, seen_before = null
       where item_id = $1 and verdict is null and reader_id = $2 returning item_id`,
      [itemId, session.personId],
    ),
  )
  await record(tx, now, {
    action: 'sample.left',
    object: { kind: 'sample', id: itemId },
    details: { draw: item.draw_id },
  })
}

/** Records what was found, for ever. It changes no decision. @throws Problem not-found, not-allowed, conflict */
export const judgeReading = async (
  tx: Transaction,
  session: Session,
  itemId: string,
  { verdict, note }: { verdict: SampleVerdict; note: string },
  now: Date,
): Promise<{ tipId: string }> => {
  const item = await loadTaken(tx, session, itemId)
  await changed(
    tx.prepared(
      'sample-judge',
      `update sample_item set verdict = $2, note = $3, judged_at = $4
       where item_id = $1 and verdict is null and reader_id = $5 returning item_id`,
      [itemId, verdict, note.trim(), now, session.personId],
    ),
  )
  await record(tx, now, {
    action: 'sample.judged',
    object: { kind: 'tip', id: item.tip_id },
    details: { draw: item.draw_id, item: itemId, verdict },
  })
  return { tipId: item.tip_id }
}
