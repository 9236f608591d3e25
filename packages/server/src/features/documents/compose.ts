import type { DocumentPreview, DocumentRequest } from '@opentipline/contract'
import { clocksOf, composeDocument, documentFacts, type DocumentInput } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { readEntries } from '../clocks/index.ts'
import { readGate } from '../files/index.ts'
import type { LawBook } from '../law/index.ts'
import { readClockFacts } from '../routing/index.ts'
import { loadOwnTip, readRecords, tipDecisions } from '../tips/index.ts'
import { assembleReport } from '../reports/index.ts'
import { headOf, templatesInUse } from './templates.ts'

export type ComposedDocument = DocumentPreview & { input: DocumentInput; entered: Record<string, string> }

/** What a document of this kind would hold for a tip, now. @throws Problem not-found, bad-request when something unknown is entered */
export const composeFor = async (
  tx: Transaction,
  session: Session,
  law: LawBook,
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
  const input = await readInput(tx, session, law, tip, now)
  const { model, missing } = composeDocument(inUse.template, documentFacts(input), entered)
  return { template: head, model, missing, input, entered }
}

const readInput = async (
  tx: Transaction,
  session: Session,
  law: LawBook,
  tip: { tip_id: string; report_id: string; revision: number },
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
        }
      : null,
    letter: letter ? { entryId: letter.entryId, sentAt: letter.at, by: letter.by } : null,
    gates: head.report.files.map((file) => {
      const answer = askGate(file)
      const rests = answer.because.map((entry) => entry.citation).join('; ')
      return `${answer.answer} (as of ${answer.asOf}${rests === '' ? '' : `; ${rests}`})`
    }),
    agencyName: session.membership.agency.name,
    personName: session.personName,
    now,
  }
}
