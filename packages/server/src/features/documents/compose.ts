import type { DocumentPreview, DocumentRequest, InForce, LawEntry } from '@opentipline/contract'
import { citationOf, clocksOf, composeDocument, documentFacts, type DocumentInput } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { readEntries } from '../clocks/index.ts'
import { readGate } from '../files/index.ts'
import { type ChecklistBook, tipChecklists } from '../checklists/index.ts'
import type { LawBook } from '../law/index.ts'
import { readClockFacts } from '../routing/index.ts'
import { loadOwnTip, readRecords, tipDecisions } from '../tips/index.ts'
import { assembleReport } from '../reports/index.ts'
import { headOf, templatesInUse } from './templates.ts'

/** What a document may cite besides the tip: the legal pack, and the checklists. */
export type DocumentBooks = { law: LawBook; checklists: ChecklistBook }
export type ComposedDocument = DocumentPreview & { input: DocumentInput; entered: Record<string, string> }

/** What a document of this kind would hold for a tip, now. @throws Problem not-found, bad-request when something unknown is entered */
export const composeFor = async (
  tx: Transaction,
  session: Session,
  books: DocumentBooks,
  tipId: string,
  wish: DocumentRequest,
  now: Date,
): Promise<ComposedDocument> => {
  const tip = await loadOwnTip(tx, session, tipId)
  const inUse = (await templatesInUse(tx, session)).get(wish.kind)
  if (!inUse) throw new Problem('not-found', 'There is no template of this kind.')
  const head = headOf(inUse)
  const entered = Object.fromEntries(
    Object.entries(wish.entered ?? {}).filter(([, value]) => value.trim() !== ''),
  )
  const unknown = Object.keys(entered).find((id) => !head.asks.some((ask) => ask.id === id))
  if (unknown !== undefined) throw new Problem('bad-request', `This template does not ask for "${unknown}".`)
  const input = await readInput(tx, session, books, tip, now)
  const { model, missing } = composeDocument(inUse.template, documentFacts(input), entered)
  return { template: head, model, missing, input, entered }
}

const readInput = async (
  tx: Transaction,
  session: Session,
  { law, checklists }: DocumentBooks,
  tip: Awaited<ReturnType<typeof loadOwnTip>>,
  now: Date,
): Promise<DocumentInput> => {
  const [found] = await readClockFacts(tx, [tip.tip_id])
  const head = await assembleReport(tx, tip.report_id)
  if (!found || !head) throw new Error(`tip ${tip.tip_id} has no report`)
  const decision = (await tipDecisions(tx, tip.tip_id)).find((each) => each.undoneAt === null)
  const askGate = await readGate(tx, law, session.actor.agencyId, now)
  const letter = (await readEntries(tx, tip.tip_id)).find(
    (each) => each.kind === 'preservation letter' && each.renews === null && each.ended === null,
  )
  const records = (await readRecords(tx, tip.tip_id)).filter((each) => each.withdrawn === null)
  return {
    tipId: tip.tip_id,
    reportId: tip.report_id,
    revision: tip.revision,
    report: head.report,
    receivedAt: head.finishedAt,
    findings: found.facts.findings,
    clocks: clocksOf(found.facts),
    records,
    decision: decision
      ? {
          decisionId: decision.decisionId,
          kind: decision.kind,
          reasons: decision.reasons,
          note: decision.note,
          at: decision.decidedAt,
          by: decision.decidedBy,
          referTo: decision.referTo?.name ?? null,
          policy: `${decision.policy.id}, version ${decision.policy.version}`,
          authorities: await authoritiesOf(tx, law, session.actor.agencyId, decision.inForce),
        }
      : null,
    ticks: await ticksOf(tx, checklists, tip),
    letter: letter ? { entryId: letter.entryId, sentAt: letter.at, by: letter.by } : null,
    gates: head.report.files.map((file) => {
      const answer = askGate(file)
      const rests = answer.because.map(citedWithMark).join('; ')
      return `${answer.answer} (as of ${answer.asOf}${rests === '' ? '' : `; ${rests}`})`
    }),
    agencyName: session.membership.agency.name,
    personName: session.personName,
    now,
  }
}

/** On paper too, what nobody has seen at its source says so. */
const citedWithMark = ({ citation, status }: LawEntry): string =>
  status === 'verified' ? citation : `${citation}, ${status}`

/** The entries that were kept with a decision, in the words they have now; one that was taken out since is named by its id. */
const authoritiesOf = async (
  tx: Transaction,
  law: LawBook,
  agencyId: string,
  inForce: InForce | undefined,
): Promise<NonNullable<DocumentInput['decision']>['authorities']> => {
  const kept = inForce?.law
  if (!kept) return []
  const { pack } = await law.forAgency(tx, agencyId)
  return kept.entries.map((id) => {
    const entry = pack.entries.find((each) => each.id === id)
    return {
      id,
      citation: entry ? citationOf(entry) : id,
      force: entry?.force ?? 'not in the pack any more',
      status: entry?.status ?? 'not in the pack any more',
      asOf: kept.asOf,
    }
  })
}

const ticksOf = async (
  tx: Transaction,
  book: ChecklistBook,
  tip: Awaited<ReturnType<typeof loadOwnTip>>,
): Promise<DocumentInput['ticks']> => {
  const { lists } = await tipChecklists(tx, book, tip)
  return lists.flatMap(({ list, ticks }) =>
    list.items.flatMap((item) => {
      const [newest] = ticks[item.id] ?? []
      return newest?.done === true
        ? [{ list: list.title.en, item: item.do.en, by: newest.by, at: newest.at, note: newest.note }]
        : []
    }),
  )
}
