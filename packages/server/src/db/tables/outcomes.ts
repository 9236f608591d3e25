import type { OutcomeAudience, OutcomeCode, OutcomeView, Usefulness } from '@opentipline/contract'
import type { Generated } from 'kysely'
import type { Maybe, MaybeTime, Now, Time } from './columns.ts'

/** What came of tips, and who was told. */
export type OutcomeTables = {
  outcome: {
    outcome_id: Generated<string>
    tip_id: string
    report_id: string
    agency_id: string
    person_id: string
    results: OutcomeCode[]
    usefulness: Usefulness
    missing: OutcomeView['missing']
    audience: OutcomeAudience
    words: string
    at: Now
    withdrawn_by: Maybe<string>
    withdrawn_at: MaybeTime
  }
  outcome_notice: {
    notice_id: Generated<string>
    person_id: string
    agency_id: string
    outcome_id: string
    report_id: string
    tip_id: Maybe<string>
    given_by: string
    results: OutcomeCode[]
    at: Time
    seen_at: MaybeTime
  }
}
