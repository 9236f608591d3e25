import type { Assessment, PlaceFact, Signal } from '@opentipline/contract'
import { assess, correctedPlaces, type LinkSummary, type Policy } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import { readLinkSummaries } from '../links/index.ts'
import { type AssembledReport, assembleReports } from '../reports/index.ts'
import { type KeptFacts, readFacts, readFindings, signalsFrom } from './facts.ts'
import { nothingOwn, type Own, pairKey, readOwn } from './own.ts'

/** One report as one agency sees it, and the policy to judge it by. */
export type Wish = { reportId: string; agencyId: string; policy: Policy }

export type JudgedForAgency = Wish & {
  head: AssembledReport
  /** The revision that the facts are of; the report's own may be ahead while an amendment is on its way. */
  revision: number
  places: PlaceFact[]
  linkCount: number
  assessment: Assessment
  /** The label a person set, or null. */
  label: Own['label']
  /** True where the assessment made for all says the same, so that none of the agency's own is needed. */
  common: boolean
}

/**
 * Judges each report as its agency sees it: by its policy, with its records and its word on links. What one agency knows
 * changes nothing for another. A report that has not been judged at all yet is absent.
 */
export const judgeForAgencies = async (
  tx: Transaction,
  wishes: readonly Wish[],
  now: Date,
): Promise<JudgedForAgency[]> => {
  if (wishes.length === 0) return []
  const ids = [...new Set(wishes.map((wish) => wish.reportId))]
  const heads = new Map((await assembleReports(tx, ids)).map((head) => [head.reportId, head]))
  const facts = await readFacts(tx, ids)
  const own = await readOwn(tx, ids, [...new Set(wishes.map((wish) => wish.agencyId))])
  const common = await readCommon(tx, ids)
  const links = await readLinkSummaries(tx, ids)
  const judged: JudgedForAgency[] = []
  for (const wish of wishes) {
    const head = heads.get(wish.reportId)
    const kept = facts.get(wish.reportId)
    if (!head || !kept) continue
    const known = own.get(pairKey(wish.reportId, wish.agencyId)) ?? nothingOwn
    const seen = await asSeen(tx, { wish, head, kept, known, links: links.get(wish.reportId) ?? [] }, now)
    const isCommon =
      !changesSignals(known) && common.has(commonKey(wish.reportId, kept.revision, wish.policy))
    judged.push({ ...wish, ...seen, head, label: known.label, common: isCommon })
  }
  return judged
}

const changesSignals = (own: Own): boolean => own.records.length > 0 || own.judgedLinks

type Seeing = { wish: Wish; head: AssembledReport; kept: KeptFacts; known: Own; links: LinkSummary[] }

const asSeen = async (
  tx: Transaction,
  { wish, head, kept, known, links }: Seeing,
  now: Date,
): Promise<Pick<JudgedForAgency, 'revision' | 'places' | 'linkCount' | 'assessment'>> => {
  const { reportId, agencyId, policy } = wish
  const seenLinks = known.judgedLinks
    ? ((await readLinkSummaries(tx, [reportId], agencyId)).get(reportId) ?? [])
    : links
  const signals: Signal[] = changesSignals(known)
    ? signalsFrom({
        head,
        findings: (await readFindings(tx, [reportId])).get(reportId) ?? [],
        places: correctedPlaces(kept.places),
        links: seenLinks,
        records: known.records,
        at: now.toISOString(),
      })
    : kept.signals
  return {
    revision: kept.revision,
    places: correctedPlaces(kept.places),
    linkCount: joinedReports(seenLinks),
    assessment: assess({ signals, policy }),
  }
}

/**
 * The other reports that a strong link joins to this one, or one that the agency confirmed. Suggestions are not counted: they come
 * and go with every report that is received, and a number in a row must stay true until the tip is judged again.
 */
const joinedReports = (links: readonly LinkSummary[]): number =>
  new Set(links.filter((link) => link.strength === 'strong').map((link) => link.reportId)).size

type CommonRow = { report_id: string; revision: number; policy_id: string; policy_version: number }

const commonKey = (reportId: string, revision: number, policy: { id: string; version: number }): string =>
  `${reportId} ${revision} ${policy.id} ${policy.version}`

/** Which assessments made for all there are of these reports. */
const readCommon = async (tx: Transaction, ids: string[]): Promise<Set<string>> => {
  const rows = await tx.prepared<CommonRow>(
    'assessments-common',
    'select report_id, revision, policy_id, policy_version from assessment where report_id = any($1::bigint[])',
    [ids],
  )
  return new Set(
    rows.map((row) =>
      commonKey(row.report_id, row.revision, { id: row.policy_id, version: row.policy_version }),
    ),
  )
}
