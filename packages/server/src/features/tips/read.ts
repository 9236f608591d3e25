import type { Finding, Identifier, PlaceFact, Route, TipDetail } from '@opentipline/contract'
import { sql } from 'kysely'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { assembleReport } from '../reports/index.ts'
import { record } from '../ledger/index.ts'
import type { PolicyBook } from '../policies/index.ts'
import { readKeptClocks, readPlaceCorrections } from '../routing/index.ts'
import { refuseWhileBlind } from './blind.ts'
import { tipHistory } from './history.ts'
import { inLane } from './lane.ts'
import { withOwnLinks } from './own-links.ts'
import { withPlaces } from './queue-places.ts'
import { queueRow, rowColumns, shownLane, shownTips, type TipRow } from './row.ts'
import { tipDecisions } from './decisions-of.ts'
import { readLabel } from './label.ts'
import { readMarks } from './marks.ts'
import { readReferral } from './referral-of.ts'
import { readLinks } from './read-links.ts'
import { readRecords } from './records-of.ts'
import { readStanding } from './standing.ts'

/**
 * One tip, whole, with the provider's, the machine's and the analysts' words apart. The reading is in the ledger and
 * marks the tip as seen by this person.
 * @throws Problem not-found when the agency has no such tip, conflict while this person re-reads it for a sample
 */
export const readTip = async (
  tx: Transaction,
  session: Session,
  book: PolicyBook,
  tipId: string,
  now: Date,
): Promise<TipDetail> => {
  const row = await loadRow(tx, session, tipId)
  await refuseWhileBlind(tx, session, tipId)
  const received = await assembleReport(tx, row.report_id)
  if (!received) throw new Error(`tip ${tipId} has no report ${row.report_id}`)
  await markSeen(tx, session, row, now)
  await record(tx, now, {
    action: 'tip.read',
    object: { kind: 'tip', id: tipId },
    details: { report: row.report_id },
  })
  const derived = await readDerived(tx, row.report_id, row.revision)
  const standing = await readStanding(tx, row)
  const label = standing && (await readLabel(tx, tipId, standing))
  const assessment =
    standing && isOpen(row)
      ? await withPlaces(tx, session, book, row, { assessment: standing, label })
      : standing
  return {
    row: queueRow(row, (await readMarks(tx, session, [tipId], now)).get(tipId)),
    report: received.report,
    derived,
    notes: await readNotes(tx, tipId),
    records: await readRecords(tx, tipId),
    corrections: await readPlaceCorrections(tx, row.report_id),
    label,
    assessment: assessment && withOwnLinks(assessment, derived.links),
    route: row.route,
    alsoWith: await readAlsoWith(tx, row.report_id),
    clocks: await readKeptClocks(tx, tipId),
    decisions: await tipDecisions(tx, tipId),
    history: await tipHistory(tx, tipId, row.available_at, row.via),
    documents: await readDocuments(tx, row.report_id),
    unknownFieldCount: received.report.unknownFields.length,
    referral: await readReferral(tx, session, row.chain_id),
    position: await positionOf(tx, session, row),
  }
}

/** Open tips have places in the queue that an answer could change. */
const isOpen = ({ shown_lane }: TipRow): boolean => shown_lane !== 'done' && shown_lane !== 'held'

type FullRow = TipRow & {
  route: Route | null
  via: string
  policy_id: string
  policy_version: number
  assessment_id: string | null
  chain_id: string | null
}

const loadRow = async (tx: Transaction, session: Session, tipId: string): Promise<FullRow> => {
  if (!/^\d{1,18}$/.test(tipId)) throw new Problem('not-found', 'There is no such tip in your queue.')
  const row = await tx.maybe(
    shownTips(session.actor.agencyId, session.personId)
      .where('tip.tip_id', '=', tipId)
      .select([
        ...rowColumns,
        shownLane,
        'tip.via',
        'tip.policy_id',
        'tip.policy_version',
        'tip.assessment_id',
        'tip.chain_id',
      ])
      .select(sql<Route | null>`tip.route`.as('route')),
  )
  if (!row) throw new Problem('not-found', 'There is no such tip in your queue.')
  return row
}

const markSeen = async (tx: Transaction, session: Session, row: TipRow, now: Date): Promise<void> => {
  await tx.rows(
    q
      .insertInto('tip_seen')
      .values({
        tip_id: row.tip_id,
        person_id: session.personId,
        agency_id: session.actor.agencyId,
        revision: row.revision,
        at: now,
      })
      .onConflict((clash) =>
        clash.columns(['tip_id', 'person_id']).doUpdateSet({ revision: row.revision, at: now }),
      ),
  )
}

const readDerived = async (
  tx: Transaction,
  reportId: string,
  revision: number,
): Promise<TipDetail['derived']> => {
  const findings = await tx.rows(
    q
      .selectFrom('finding')
      .where('report_id', '=', reportId)
      .where('revision', '=', revision)
      .select('body')
      .orderBy('key'),
  )
  const facts = await tx.maybe(
    q
      .selectFrom('report_facts')
      .where('report_id', '=', reportId)
      .where('revision', '=', revision)
      .select('places'),
  )
  const places: PlaceFact[] = facts?.places ?? []
  return {
    findings: findings.map((row): Finding => row.body),
    identifiers: await readIdentifiers(tx, reportId),
    places,
    links: await readLinks(tx, reportId),
  }
}

export const readIdentifiers = async (tx: Transaction, reportId: string): Promise<Identifier[]> => {
  const rows = await tx.rows(
    q
      .selectFrom('report_identifier as ri')
      .innerJoin('identifier as i', 'i.identifier_id', 'ri.identifier_id')
      .where('ri.report_id', '=', reportId)
      .select(['i.kind', 'i.value', 'ri.role', 'ri.basis', 'ri.path', 'ri.at'])
      .orderBy('ri.path')
      .orderBy('i.kind')
      .orderBy('i.value')
      .orderBy('ri.role')
      .limit(2_000),
  )
  return rows.map((row) => ({
    kind: row.kind as Identifier['kind'],
    value: row.value,
    role: row.role as Identifier['role'],
    basis: row.basis,
    path: row.path,
    ...(row.at ? { at: row.at.toISOString() } : {}),
  }))
}

const readNotes = async (tx: Transaction, tipId: string): Promise<TipDetail['notes']> => {
  const rows = await tx.rows(
    q
      .selectFrom('note')
      .innerJoin('person', 'person.person_id', 'note.person_id')
      .where('tip_id', '=', tipId)
      .select(['note_id', 'person.name', 'note.at', 'note.text'])
      .orderBy('note.at')
      .orderBy('note_id'),
  )
  return rows.map((row) => ({ noteId: row.note_id, by: row.name, at: row.at.toISOString(), text: row.text }))
}

const readAlsoWith = async (tx: Transaction, reportId: string): Promise<string[]> => {
  const rows = await tx.prepared<{ name: string }>(
    'also-with',
    'select name from report_also_with($1) order by name',
    [reportId],
  )
  return rows.map((row) => row.name)
}

const readDocuments = async (tx: Transaction, reportId: string): Promise<TipDetail['documents']> => {
  const rows = await tx.rows(
    q
      .selectFrom('document')
      .where('report_id', '=', reportId)
      .select(['document_id', 'kind', 'received_at', 'sha256', sql<number>`length(bytes)`.as('size')])
      .orderBy('document_id'),
  )
  return rows.map((row) => ({
    documentId: row.document_id,
    kind: row.kind,
    receivedAt: row.received_at.toISOString(),
    sha256: row.sha256.toString('hex'),
    sizeBytes: row.size,
  }))
}

const positionOf = async (tx: Transaction, session: Session, row: TipRow): Promise<number | null> => {
  const counted = await tx.one(
    shownTips(session.actor.agencyId, session.personId)
      .where(inLane(row.shown_lane))
      .where(
        sql<boolean>`(tip.band_rank, -tip.order_first, -tip.order_second, coalesce(tip.next_clock_at, 'infinity'::timestamptz), tip.tip_id) <=
          (select t.band_rank, -t.order_first, -t.order_second, coalesce(t.next_clock_at, 'infinity'::timestamptz), t.tip_id from tip t where t.tip_id = ${row.tip_id}::bigint)`,
      )
      .select(sql<string>`count(*)`.as('tips')),
  )
  return Number(counted.tips)
}
