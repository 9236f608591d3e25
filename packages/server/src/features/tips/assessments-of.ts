import type { Assessment, AssessmentList, AssessmentUnder } from '@opentipline/contract'
import { assess } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { readFacts } from '../assessments/index.ts'
import { record } from '../ledger/index.ts'
import type { PolicyBook } from '../policies/index.ts'
import { loadOwnTip } from './load.ts'
import { withOwnLinks } from './own-links.ts'
import { readLinks } from './read-links.ts'

/** Assessments of one tip listed at most; the newest. */
const listedMax = 200

/** The agency's own come before those made for all, and later ones before earlier. */
const keptSql = (columns: string): string => `
  select * from (
    select revision, policy_id, policy_version, made_at, assessment_id, 0 as kind ${columns} from tip_assessment
      where report_id = $1 and agency_id = $2
    union all
    select revision, policy_id, policy_version, made_at, null, 1 ${columns} from assessment where report_id = $1
    union all
    select revision, policy_id, policy_version, made_at, null, 2 ${columns} from assessment_past where report_id = $1
  ) kept`

type Listed = {
  revision: number
  policy_id: string
  policy_version: number
  made_at: Date
  assessment_id: string | null
  kind: number
  name: string
}

/** The assessments that are kept of a tip, newest first: its own, and those made for all. @throws Problem not-found */
export const listAssessments = async (
  tx: Transaction,
  session: Session,
  tipId: string,
): Promise<AssessmentList> => {
  const tip = await loadOwnTip(tx, session, tipId)
  const rows = await tx.prepared<Listed>(
    'assessments-list',
    `${keptSql(", body->'policy'->>'name' as name")} order by made_at desc, kind, assessment_id desc nulls last limit $3`,
    [tip.report_id, session.actor.agencyId, listedMax],
  )
  const isStanding = (row: Listed): boolean =>
    tip.assessment_id === null
      ? row.kind === 1 &&
        row.policy_id === tip.policy_id &&
        row.policy_version === tip.policy_version &&
        row.revision === tip.revision
      : row.assessment_id === tip.assessment_id
  return {
    assessments: rows.map((row) => ({
      policy: { id: row.policy_id, version: row.policy_version, name: row.name },
      revision: row.revision,
      madeAt: row.made_at.toISOString(),
      standing: isStanding(row),
    })),
  }
}

/**
 * A tip as one version of a policy sees it: as it was kept, else worked out now from what is known. The reading is in the
 * ledger.
 * @throws Problem not-found, conflict when the report has not been judged at all yet
 */
export const readAssessment = async (
  tx: Transaction,
  session: Session,
  book: PolicyBook,
  params: { tipId: string; policyId: string; version: string },
  now: Date,
): Promise<AssessmentUnder> => {
  const tip = await loadOwnTip(tx, session, params.tipId)
  const version = Number(params.version)
  const [kept] = await tx.prepared<{ made_at: Date; body: Assessment }>(
    'assessment-kept',
    `${keptSql(', body')} where policy_id = $3 and policy_version = $4
     order by kind, made_at desc, assessment_id desc nulls last limit 1`,
    [tip.report_id, session.actor.agencyId, params.policyId, version],
  )
  const found = kept ?? (await workOut(tx, session, book, tip.report_id, params.policyId, version))
  await record(tx, now, {
    action: 'tip.assessment-read',
    object: { kind: 'tip', id: params.tipId },
    details: { policy: params.policyId, version },
  })
  return {
    assessment: withOwnLinks(found.body, await readLinks(tx, tip.report_id)),
    madeAt: found.made_at?.toISOString() ?? null,
  }
}

const workOut = async (
  tx: Transaction,
  session: Session,
  book: PolicyBook,
  reportId: string,
  policyId: string,
  version: number,
): Promise<{ made_at: null; body: Assessment }> => {
  const policy = await book.version(tx, session.actor.agencyId, policyId, version)
  if (!policy) throw new Problem('not-found', 'There is no such policy that can be used.')
  const facts = (await readFacts(tx, [reportId])).get(reportId)
  if (!facts) throw new Problem('conflict', 'This report has not been assessed yet. Try again in a moment.')
  return { made_at: null, body: assess({ signals: facts.signals, policy }) }
}
