import type { DestructionView } from '@opentipline/contract'
import { destructionsListedMax } from '@opentipline/contract'
import { type Hold, standingHolds } from '@opentipline/domain'
import { sql } from 'kysely'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'

/** Requests with the names that a page shows. Which rows there are, row security says. */
const select = () =>
  q
    .selectFrom('file_destruction as d')
    .innerJoin('file as f', 'f.file_id', 'd.file_id')
    .innerJoin('agency as a', 'a.agency_id', 'd.agency_id')
    .innerJoin('person as p', 'p.person_id', 'd.proposed_by')
    .leftJoin('person as s', 's.person_id', 'd.decided_by')
    .select([
      'd.destruction_id',
      'd.file_id',
      'd.report_id',
      'd.agency_id',
      'd.basis',
      'd.court',
      'd.number',
      'd.rule',
      'd.because',
      'd.proposed_by',
      'd.proposed_at',
      'd.state',
      'd.decided_by',
      'd.decided_at',
      'd.decided_because',
      'd.key_destroyed_at',
      'd.done_at',
    ])
    // A date has no time zone: as text it stays the day that was written.
    .select(sql<string | null>`d.dated::text`.as('dated'))
    .select(['f.sha256', 'f.md5', 'f.sha1', 'f.size_bytes'])
    .select(['a.name as agency', 'p.name as proposer', 's.name as decider'])

const loadRow = (tx: Transaction, destructionId: string) =>
  tx.maybe(select().where('d.destruction_id', '=', destructionId))
export type DestructionRow = NonNullable<Awaited<ReturnType<typeof loadRow>>>

/** One request, or undefined where there is none that the actor may see. */
export const loadDestruction = async (
  tx: Transaction,
  destructionId: string,
): Promise<DestructionRow | undefined> =>
  /^\d{1,18}$/.test(destructionId) ? loadRow(tx, destructionId) : undefined

/** What keeps a file for this agency or the clearinghouse, as the database sees it across their border. */
export const readHolds = async (
  tx: Transaction,
  fileId: string,
  agencyId: string,
  now: Date,
): Promise<Hold[]> => {
  const rows = await tx.prepared<{ kind: Hold['kind']; name: string | null; until: Date | null }>(
    'destruction-holds',
    `select h.kind, a.name, h.until from destruction_holds($1, $2, $3) h left join agency a using (agency_id)
     order by h.kind, a.name`,
    [fileId, agencyId, now],
  )
  return rows.map(({ kind, name, until }) => ({
    kind,
    ...(name === null ? {} : { agency: name }),
    ...(until === null ? {} : { until: until.toISOString() }),
  }))
}

export const viewOf = async (
  tx: Transaction,
  session: Session,
  row: DestructionRow,
  now: Date,
): Promise<DestructionView> => ({
  destructionId: row.destruction_id,
  fileId: row.file_id,
  reportId: row.report_id,
  sha256: row.sha256,
  agency: row.agency,
  basis: row.basis,
  ...text('court', row.court),
  ...text('number', row.number),
  ...text('dated', row.dated),
  ...text('rule', row.rule),
  because: row.because,
  proposedBy: row.proposer,
  proposedAt: row.proposed_at.toISOString(),
  isMine: row.proposed_by === session.personId,
  state: row.state,
  ...text('decidedBy', row.decider),
  ...time('decidedAt', row.decided_at),
  ...text('decidedBecause', row.decided_because),
  ...time('keyDestroyedAt', row.key_destroyed_at),
  ...time('doneAt', row.done_at),
  holds:
    row.state === 'proposed'
      ? standingHolds(row.basis, await readHolds(tx, row.file_id, row.agency_id, now))
      : [],
})

const text = <K extends string>(name: K, value: string | null): Partial<Record<K, string>> => {
  const part: Partial<Record<K, string>> = {}
  if (value !== null) part[name] = value
  return part
}
const time = <K extends string>(name: K, value: Date | null) => text(name, value?.toISOString() ?? null)

/** Those that the actor may see, the newest first. */
export const listDestructions = async (
  tx: Transaction,
  session: Session,
  now: Date,
): Promise<{ destructions: DestructionView[] }> => {
  const rows = await tx.rows(select().orderBy('d.destruction_id', 'desc').limit(destructionsListedMax))
  const destructions: DestructionView[] = []
  for (const row of rows) destructions.push(await viewOf(tx, session, row, now))
  return { destructions }
}

/** Under what it was done, in a few words: the order's court, number and date, or the rule. */
export const underWords = (
  row: Pick<DestructionRow, 'basis' | 'court' | 'number' | 'dated' | 'rule'>,
): string =>
  row.basis === 'order' ? [row.court, row.number, row.dated].filter(Boolean).join(', ') : (row.rule ?? '')
