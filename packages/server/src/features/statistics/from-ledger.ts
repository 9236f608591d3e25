import { type LedgerCount, ledgerCounts } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import type { Period } from '../outcomes/index.ts'

/**
 * What the agency's people did in the period, by the entries of the ledger. A decision that was taken back is not counted:
 * its undoing names it.
 */
const ledgerText = `with mine as (
    select action, convert_from(canonical, 'UTF8')::jsonb->'details' as details from ledger_entry
    where acting_for = $3 and at >= $1 and at < $2
      and action in ('tip.decided', 'tip.decision-undone', 'outcome.given', 'outcome.withdrawn')),
  undone as (select details->>'decision' as id from mine where action = 'tip.decision-undone'),
  decided as (
    select details->>'kind' as kind from mine
    where action = 'tip.decided' and details->>'decision' not in (select id from undone where id is not null)),
  withdrawn as (select details->>'outcome' as id from mine where action = 'outcome.withdrawn'),
  told as (
    select details->>'results' as results from mine
    where action = 'outcome.given' and details->>'outcome' not in (select id from withdrawn where id is not null))
  select (select count(*)::int from decided where kind = 'pursue') as pursued,
    (select count(*)::int from decided where kind = 'refer') as referred,
    (select count(*)::int from decided where kind = 'decline') as declined,
    (select count(*)::int from told where 'arrest' = any(string_to_array(results, ','))) as arrests,
    (select count(*)::int from told where 'child-identified' = any(string_to_array(results, ','))) as children`

/** The same by the tables. A later undoing or withdrawal than the period's end is left out, as it is of the ledger. */
const decidedAs = (kind: string): string =>
  `(select count(*)::int from decision where agency_id = $3 and kind = '${kind}' and decided_at >= $1 and decided_at < $2
    and (undone_at is null or undone_at >= $2))`
const toldAs = (result: string): string =>
  `(select count(*)::int from outcome where agency_id = $3 and '${result}' = any(results) and at >= $1 and at < $2
    and (withdrawn_at is null or withdrawn_at >= $2))`
const tableText = `select ${decidedAs('pursue')} as pursued, ${decidedAs('refer')} as referred, ${decidedAs('decline')} as declined,
  ${toldAs('arrest')} as arrests, ${toldAs('child-identified')} as children`

type Row = { pursued: number; referred: number; declined: number; arrests: number; children: number }
const columns = {
  'investigations initiated': 'pursued',
  'referred to another agency': 'referred',
  declined: 'declined',
  'arrests told': 'arrests',
  'children identified told': 'children',
} as const satisfies Record<(typeof ledgerCounts)[number], keyof Row>

/**
 * The counts that task forces are asked for, as far as this program can know them, from the ledger and beside it from the
 * tables (34 U.S.C. 21116(d) names the annual metrics; the current form's fields are not public).
 */
export const readLedgerCounts = async (
  tx: Transaction,
  { from, to }: Period,
  agencyId: string,
): Promise<LedgerCount[]> => {
  const values = [from, to, agencyId]
  const [ledger] = await tx.prepared<Row>('statistics-ledger', ledgerText, values)
  const [tables] = await tx.prepared<Row>('statistics-tables', tableText, values)
  return ledgerCounts.map((what) => ({
    what,
    fromLedger: ledger?.[columns[what]] ?? 0,
    fromTables: tables?.[columns[what]] ?? 0,
  }))
}
