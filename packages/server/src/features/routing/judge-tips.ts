import type { Transaction } from '../../db/transaction.ts'
import { judgeForAgencies, type JudgedForAgency, type Wish } from '../assessments/index.ts'
import { type Rank, rankOf } from './rank.ts'

export type RankedTip = { reportId: string; agencyId: string; rank: Rank }

const insert = `
  insert into tip_assessment (agency_id, report_id, revision, policy_id, policy_version, body, made_at)
  select agency_id, report_id, revision, policy_id, policy_version, body::jsonb, $7
  from unnest($1::text[], $2::bigint[], $3::int[], $4::text[], $5::int[], $6::text[]) with ordinality
    as given (agency_id, report_id, revision, policy_id, policy_version, body, place) order by place
  returning assessment_id`

/** Judges tips, keeps the assessments that are the agency's own, and gives each its rank. Moves no tip. */
export const judgeTips = async (
  tx: Transaction,
  wishes: readonly Wish[],
  now: Date,
): Promise<RankedTip[]> => {
  const judged = await judgeForAgencies(tx, wishes, now)
  const ids = await keepOwn(
    tx,
    judged.filter((each) => !each.common),
    now,
  )
  return judged.map((each) => ({
    reportId: each.reportId,
    agencyId: each.agencyId,
    rank: rankOf({ ...each, assessmentId: ids.get(each) ?? null }),
  }))
}

const keepOwn = async (
  tx: Transaction,
  own: JudgedForAgency[],
  now: Date,
): Promise<Map<JudgedForAgency, string>> => {
  if (own.length === 0) return new Map()
  const rows = await tx.prepared<{ assessment_id: string }>('tip-assessments', insert, [
    own.map((each) => each.agencyId),
    own.map((each) => each.reportId),
    own.map((each) => each.revision),
    own.map((each) => each.assessment.policy.id),
    own.map((each) => each.assessment.policy.version),
    own.map((each) => JSON.stringify(each.assessment)),
    now,
  ])
  return new Map(own.map((each, place) => [each, rows[place]?.assessment_id ?? '']))
}
