/** The tables of opening a file and of keeping evidence. */
import type { AuthorityKind, DestructionBasis, DestructionState, GateAnswer } from '@opentipline/contract'
import type { ColumnType, Generated } from 'kysely'

type Now = ColumnType<Date, Date | string | undefined, Date | string>
type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>
type MaybeTime = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>

export type FileTables = {
  file_authority: {
    authority_id: Generated<string>
    file_id: string
    report_id: string
    tip_id: string
    agency_id: string
    person_id: string
    kind: AuthorityKind
    court: Maybe<string>
    number: Maybe<string>
    dated: ColumnType<Date | null, string | null | undefined, never>
    returned_by: ColumnType<Date | null, string | null | undefined, never>
    given_by: Maybe<string>
    note: string
    at: Now
    withdrawn_at: MaybeTime
    withdrawn_by: Maybe<string>
    withdrawn_because: Maybe<string>
  }
  file_opening: {
    opening_id: Generated<string>
    file_id: string
    report_id: string
    tip_id: string
    agency_id: string
    person_id: string
    purpose: string
    reason: string
    gate: GateAnswer
    authority_id: Maybe<string>
    opened_at: Now
    streamed_at: MaybeTime
  }
  file_destruction: {
    destruction_id: Generated<string>
    file_id: string
    report_id: string
    agency_id: string
    basis: DestructionBasis
    court: Maybe<string>
    number: Maybe<string>
    dated: ColumnType<Date | null, string | null | undefined, never>
    rule: Maybe<string>
    because: string
    proposed_by: string
    proposed_at: Now
    state: ColumnType<DestructionState, DestructionState | undefined, DestructionState>
    decided_by: Maybe<string>
    decided_at: MaybeTime
    decided_because: Maybe<string>
    key_destroyed_at: MaybeTime
    done_at: MaybeTime
    statement: Maybe<string>
  }
  viewing_preference: {
    person_id: string
    blur_pixels: number
    greyscale: boolean
    muted: boolean
    break_minutes: number
    changed_at: Now
  }
  incident: {
    incident_id: Generated<string>
    kind: 'mismatch' | 'missing' | 'key refused'
    file_id: string
    report_id: string
    damage: Maybe<string>
    found_by: 'reading' | 'scrub'
    found_at: Now
    resolved_at: MaybeTime
    resolved_by: Maybe<string>
    resolution: Maybe<string>
  }
  ledger_review: {
    review_id: Generated<string>
    agency_id: string
    person_id: string
    up_to: string
    noticed: string
    at: Now
  }
  scrub_orphan: {
    object_id: string
    stored_bytes: ColumnType<string, number, never>
    kind: 'unknown' | 'destroyed'
    found_at: Now
  }
  scrub_run: {
    run_id: Generated<string>
    begun_at: Date
    ended_at: MaybeTime
    files: Generated<string>
    bytes: Generated<string>
    intact: Generated<string>
    mismatches: Generated<string>
    not_checked: Generated<string>
    orphans: Maybe<string>
  }
}
