import type { ProcessKind, ProcessState } from '@opentipline/contract'
import type { Generated } from 'kysely'
import type { Maybe, MaybeTime, Now } from './columns.ts'

/** Tips that are pursued together. */
export type CaseTables = {
  case_file: {
    case_id: Generated<string>
    agency_id: string
    title: string
    state: Generated<'open' | 'closed'>
    opened_by: string
    opened_at: Now
    closed_by: Maybe<string>
    closed_at: MaybeTime
    closed_because: Maybe<string>
  }
  case_tip: {
    case_tip_id: Generated<string>
    case_id: string
    agency_id: string
    tip_id: string
    added_by: string
    added_at: Now
    removed_by: Maybe<string>
    removed_at: MaybeTime
    removed_because: Maybe<string>
  }
  case_task: {
    task_id: Generated<string>
    case_id: string
    agency_id: string
    says: string
    taken_by: Maybe<string>
    made_by: string
    made_at: Now
    done_by: Maybe<string>
    done_at: MaybeTime
  }
  legal_process: {
    process_id: Generated<string>
    case_id: string
    agency_id: string
    kind: ProcessKind
    addressed_to: string
    reference: string
    state: Generated<ProcessState>
    made_by: string
    made_at: Now
    /** Days as a person said them; read them as text. */
    sent_on: Maybe<string>
    returned_on: Maybe<string>
    returned: Generated<string>
  }
}
