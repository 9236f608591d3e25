/** The tables as kysely sees them. A later feature's own tables are in a file of its own under `tables/`. */
import type {
  Assessment,
  Finding,
  InForce,
  PlaceFact,
  Report,
  ReportFile,
  Signal,
  TipState,
} from '@opentipline/contract'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { AffiliateTables } from './tables/affiliates.ts'
import type { CaseTables } from './tables/cases.ts'
import type { ClockTables } from './tables/clocks.ts'
import type { FileTables } from './tables/files.ts'
import type { OwnSettingsTables } from './tables/own-settings.ts'
import type { NarrowingColumns, QueueTables } from './tables/queue.ts'
import type { OutcomeTables } from './tables/outcomes.ts'
import type { PeopleTables } from './tables/people.ts'
import type { SamplingTables } from './tables/sampling.ts'
import type { TogetherTables } from './tables/together.ts'
import type { Json, Maybe, MaybeTime, Now, Time } from './tables/columns.ts'

export type Environment = 'live' | 'test'
export type Stage = 'normalise' | 'enrich' | 'link' | 'assess' | 'route'
export type ReportState = 'open' | 'finished' | 'retracted' | 'expired'

type RankColumns = {
  revision: number
  policy_id: string
  policy_version: number
  label: 'referral' | 'informational'
  lane: 'now' | 'work' | 'enrich' | 'informational'
  band: string
  band_rank: number
  risk_low: number
  risk_high: number
  order_end: Generated<'low' | 'high'>
  /** The ends of the risk that the queue is ordered by: made by the database from `order_end`. */
  order_first: GeneratedAlways<number>
  order_second: GeneratedAlways<number>
  act_low: number
  act_high: number
  next_clock_at: MaybeTime
  next_clock_name: Maybe<string>
  summary: Json<TipSummary>
}

/** What a row of the queue shows besides its rank: never narrative text or file names. */
export type TipSummary = {
  origin: string
  provider: string | null
  incidentType: string | null
  incidentAt: string | null
  place: string | null
  reasons: string[]
  fileCount: number
  unviewedFileCount: number
  linkCount: number
}

/** Each feature's tables are in a file of their own under `tables/`; a new one gets a line here. */
export type Tables = CoreTables &
  AffiliateTables &
  CaseTables &
  ClockTables &
  FileTables &
  OwnSettingsTables &
  QueueTables &
  OutcomeTables &
  PeopleTables &
  SamplingTables &
  TogetherTables

type CoreTables = {
  provider: { provider_id: Generated<number>; name: string; created_at: Now }
  provider_credential: {
    credential_id: Generated<number>
    provider_id: number
    environment: Environment
    username: string
    password_hmac: Buffer
    may_submit: Generated<boolean>
    may_update: Generated<boolean>
    created_at: Now
    expires_at: MaybeTime
    revoked_at: MaybeTime
    purpose: Generated<string>
    replaces: Maybe<number>
    calls_per_minute: Generated<number>
    last_used_at: MaybeTime
    limited_at: MaybeTime
  }
  provider_person: { person_id: string; provider_id: number; granted_at: Now; ended_at: MaybeTime }
  agency: { agency_id: string; name: string; kind: string; area: Maybe<string>; created_at: Now }
  person: {
    person_id: string
    name: string
    demo: Generated<boolean>
    about: Generated<string>
    created_at: Now
    disabled_at: MaybeTime
    disabled_because: Maybe<string>
    locked_at: MaybeTime
    last_signed_in_at: MaybeTime
  }
  membership: { person_id: string; agency_id: string; role: string; granted_at: Now; ended_at: MaybeTime }
  session: {
    session_id: Generated<string>
    token_sha256: Buffer
    previous_token_sha256: Maybe<Buffer>
    device_sha256: Buffer
    method: string
    person_id: string
    agency_id: string
    created_at: Now
    last_seen_at: Now
    turned_at: Time
    proven_at: Time
    locked_at: MaybeTime
    ended_at: MaybeTime
  }
  report: {
    report_id: Generated<string>
    environment: Environment
    origin: string
    provider_id: Maybe<number>
    credential_id: Maybe<number>
    imported_for: Maybe<string>
    state: ReportState
    batched: Generated<boolean>
    revision: Generated<number>
    source_report_id: Maybe<string>
    opened_at: Now
    last_modified_at: Now
    closed_at: MaybeTime
  }
  document: {
    document_id: Generated<string>
    report_id: string
    environment: Environment
    provider_id: Maybe<number>
    kind: 'submit' | 'fileinfo' | 'import'
    bytes: Buffer
    sha256: Buffer
    content_type: Maybe<string>
    received_at: Now
  }
  import_seen: { imported_for: string; sha256: Buffer; report_id: string }
  report_revision: {
    report_id: string
    environment: Environment
    provider_id: Maybe<number>
    revision: number
    document_id: string
    model: Json<Report>
    received_at: Now
  }
  file: {
    file_id: string
    report_id: string
    environment: Environment
    provider_id: Maybe<number>
    name_as_received: Maybe<string>
    size_bytes: string
    md5: string
    sha1: string
    sha256: string
    wrapped_key: Maybe<Buffer>
    key_id: string
    stored_bytes: string
    stored_sha256: string
    received_at: Now
    verified_at: MaybeTime
    destroyed_at: MaybeTime
    checked_at: MaybeTime
  }
  file_details: {
    file_id: string
    report_id: string
    environment: Environment
    provider_id: Maybe<number>
    document_id: string
    model: Json<ReportFile>
    received_at: Now
  }
  work: {
    report_id: string
    environment: Generated<'live'>
    revision: number
    stage: Stage
    state: Generated<'ready' | 'stuck'>
    attempts: Generated<number>
    not_before: Now
    last_error: Maybe<string>
    entered_at: Now
  }
  identifier: {
    identifier_id: Generated<string>
    kind: string
    value: string
    value_key: Buffer
  }
  report_identifier: {
    report_id: string
    identifier_id: string
    role: string
    basis: 'stated' | 'derived'
    path: string
    at: MaybeTime
  }
  finding: { report_id: string; revision: number; key: string; body: Json<Finding>; found_at: Now }
  link: {
    report_low: string
    report_high: string
    identifier_id: string
    strength: 'strong' | 'weak'
    because: string
    made_at: Now
  }
  policy: { policy_id: string; version: number; body: Json<unknown>; source_text: string; added_at: Now }
  report_facts: {
    report_id: string
    revision: number
    places: Json<PlaceFact[]>
    signals: Json<Signal[]>
    made_at: Now
  }
  assessment: {
    report_id: string
    revision: number
    policy_id: string
    policy_version: number
    body: Json<Assessment>
    made_at: Now
  }
  unrouted: {
    report_id: string
    because: string
    missing: Json<string[]>
    since: Now
    resolved_at: MaybeTime
    resolved_by: Maybe<string>
  }
  tip: RankColumns &
    NarrowingColumns & {
      tip_id: Generated<string>
      report_id: string
      environment: Generated<'live'>
      agency_id: string
      via: 'routing' | 'referral' | 'import' | 'by hand'
      route: Json<unknown>
      available_at: Now
      withdrawn_at: MaybeTime
      state: ColumnType<TipState, undefined, TipState>
      held_until: MaybeTime
      amended_at: MaybeTime
      made_before: ColumnType<string[], string | undefined, string>
      assessment_id: Maybe<string>
      signal_values: Maybe<Buffer>
      signal_key: Maybe<string>
      rerouted_at: MaybeTime
      rerouted_to: Maybe<string[]>
      rerouted_because: Maybe<string>
      chain_id: ColumnType<string | null, never, never>
    }
  agency_policy: {
    agency_id: string
    policy_id: string
    version: number
    based_on_id: string
    based_on_version: number
    source_text: string
    body: ColumnType<unknown, string | null, string | null>
    state: Generated<'draft' | 'proposed' | 'activating' | 'active' | 'past' | 'withdrawn'>
    edited_by: string
    edited_at: Now
    proposed_by: Maybe<string>
    proposed_at: MaybeTime
    because: Maybe<string>
    approved_by: Maybe<string>
    approved_at: MaybeTime
    active_from: MaybeTime
    active_until: MaybeTime
  }
  tip_assessment: {
    assessment_id: Generated<string>
    agency_id: string
    report_id: string
    revision: number
    policy_id: string
    policy_version: number
    body: Json<Assessment>
    made_at: Now
  }
  ranking: {
    tip_id: string
    agency_id: string
    policy_id: string
    policy_version: number
    rank: ColumnType<unknown, string | null | undefined, string | null>
    attempts: Generated<number>
    entered_at: Now
  }
  tip_news: {
    news_id: Generated<string>
    tip_id: string
    agency_id: string
    signal: string
    before: Signal['value']
    after: Signal['value']
    at: Now
  }
  officer_record: {
    record_id: Generated<string>
    tip_id: string
    report_id: string
    agency_id: string
    person_id: string
    signal: string
    value: 'true' | 'false'
    note: string
    at: Now
    withdrawn_at: MaybeTime
    withdrawn_by: Maybe<string>
    withdrawn_because: Maybe<string>
  }
  label_override: {
    override_id: Generated<string>
    tip_id: string
    report_id: string
    agency_id: string
    person_id: string
    label: Maybe<'referral' | 'informational'>
    because: string
    at: Now
  }
  link_verdict: {
    verdict_id: Generated<string>
    report_low: string
    report_high: string
    identifier_id: string
    agency_id: string
    person_id: string
    verdict: 'confirmed' | 'rejected'
    because: string
    at: Now
    undone_at: MaybeTime
    undone_by: Maybe<string>
  }
  place_correction: {
    correction_id: Generated<string>
    report_id: string
    agency_id: string
    person_id: string
    role: 'subject' | 'child'
    place: Json<PlaceFact>
    because: string
    at: Now
  }
  decision: {
    decision_id: Generated<string>
    tip_id: string
    agency_id: string
    person_id: string
    kind: 'pursue' | 'decline' | 'refer' | 'hold' | 'request'
    reasons: string[]
    note: string
    refer_to: Maybe<string>
    hold_until: MaybeTime
    state_before: string
    held_until_before: MaybeTime
    policy_id: string
    policy_version: number
    revision: number
    decided_at: Now
    takes_effect_at: MaybeTime
    undone_at: MaybeTime
    needs_countersign: Generated<boolean>
    tell_them: Generated<string>
    in_force: ColumnType<InForce, string | undefined, never>
  }
  countersignature: {
    decision_id: string
    agency_id: string
    person_id: string
    verdict: 'given' | 'refused'
    because: string
    at: Now
  }
  agency_reason: {
    reason_id: Generated<string>
    agency_id: string
    kind: 'pursue' | 'decline' | 'refer' | 'hold' | 'request'
    words: string
    added_by: string
    added_at: Now
    retired_by: Maybe<string>
    retired_at: MaybeTime
  }
  reopening: {
    reopening_id: Generated<string>
    tip_id: string
    agency_id: string
    person_id: string
    note: string
    at: Now
  }
  note: {
    note_id: Generated<string>
    tip_id: string
    agency_id: string
    person_id: string
    text: string
    at: Now
  }
  tip_seen: { tip_id: string; person_id: string; agency_id: string; revision: number; at: Now }
  ledger_entry: {
    entry_id: string
    at: Time
    actor: string
    acting_for: Maybe<string>
    action: string
    object_kind: string
    object_id: string
    canonical: Buffer
  }
  ledger_pending: { entry_id: string }
  ledger_leaf: { leaf_index: string; entry_id: string; leaf_hash: Buffer }
  ledger_checkpoint: { size: string; root: Buffer; note: string; at: Now }
  ledger_node: { level: number; node_index: string; hash: Buffer }
  ledger_search: {
    leaf_index: string
    at: Time
    actor: string
    acting_for: Maybe<string>
    action: string
    object_kind: string
    object_id: string
  }
  ledger_cosignature: { size: string; witness: string; line: string; at: Now }
}
