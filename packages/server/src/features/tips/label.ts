import type { Assessment, LabelView } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import type { PolicyBook } from '../policies/index.ts'
import { rejudgeOwn } from '../routing/index.ts'
import { loadOwnTip } from './load.ts'
import { readStanding } from './standing.ts'

type Said = { label: Assessment['label'] | null; because: string; by: string; at: Date }

/** In the clearinghouse's name: who of its people said it is not the agency's to know. */
const saidText = `
  select l.label, l.because, a.name as by, l.at from tip t join report_label l using (report_id)
  join agency a on a.agency_id = l.agency_id where t.tip_id = $1 order by l.report_label_id desc limit 1`

/** The computed label of a tip, and beside it what a person of the agency and what the clearinghouse said. */
export const readLabel = async (
  tx: Transaction,
  tipId: string,
  { label, labelBecause }: Assessment,
): Promise<LabelView> => {
  const last = await tx.maybe(
    q
      .selectFrom('label_override as o')
      .innerJoin('person as p', 'p.person_id', 'o.person_id')
      .where('o.tip_id', '=', tipId)
      .select(['o.label', 'o.because', 'p.name', 'o.at'])
      .orderBy('o.override_id', 'desc')
      .limit(1),
  )
  const [said] = await tx.prepared<Said>('label-said', saidText, [tipId])
  return {
    computed: label,
    computedBecause: labelBecause,
    override: last
      ? { label: last.label, because: last.because, by: last.name, at: last.at.toISOString() }
      : null,
    clearinghouse: said
      ? { label: said.label, because: said.because, by: said.by, at: said.at.toISOString() }
      : null,
  }
}

/**
 * Sets a person's label beside the computed one, or goes back to the computed one. It outlasts amendments: until a person
 * changes it, the tip goes by it.
 * @throws Problem not-found, conflict when the report has not been judged yet
 */
export const overrideLabel = async (
  tx: Transaction,
  session: Session,
  policies: PolicyBook,
  wish: { tipId: string; label: Assessment['label'] | null; because: string },
  now: Date,
): Promise<LabelView> => {
  const tip = await loadOwnTip(tx, session, wish.tipId)
  await tx.rows(
    q.insertInto('label_override').values({
      tip_id: wish.tipId,
      report_id: tip.report_id,
      agency_id: session.actor.agencyId,
      person_id: session.personId,
      label: wish.label,
      because: wish.because,
      at: now,
    }),
  )
  await record(tx, now, {
    action: 'tip.label-set',
    object: { kind: 'tip', id: wish.tipId },
    details: { label: wish.label ?? 'computed' },
  })
  await rejudgeOwn(tx, policies, session.actor.agencyId, [tip.report_id], now)
  const standing = await readStanding(tx, await loadOwnTip(tx, session, wish.tipId))
  if (!standing)
    throw new Problem('conflict', 'This report has not been assessed yet. Try again in a moment.')
  return readLabel(tx, wish.tipId, standing)
}
