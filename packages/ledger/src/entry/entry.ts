/** Who acted. A person, a provider's credential, a stage of the pipeline, or the program itself. */
export type LedgerActor = { kind: 'person' | 'provider' | 'pipeline' | 'system'; id: string }

/** On what: `{ kind: 'tip', id: '...' }`. Kinds are the nouns of the design. */
export type LedgerObject = { kind: string; id: string }

/** What became of the attempt. A denial is an outcome, and is in the ledger like any other. */
export type LedgerOutcome = 'done' | 'denied' | 'failed'

/** Ids, hashes and counts that belong to the act. Never content of a report. */
export type LedgerDetails = { readonly [name: string]: string | number | boolean }

/** One act: who, as whom, what, on what, why, from where, what became of it, when. Ids and hashes only. */
export type LedgerEntry = {
  /** A lower-case UUID; unique in the log. */
  entryId: string
  /** UTC, `2026-01-02T03:04:05.67Z`, with two to nine digits of fraction. Kept as given. */
  at: string
  actor: LedgerActor
  /** The agency or provider the actor acted for, by id. */
  actingFor: string | null
  /** A stable event name such as `tips.decide`. */
  action: string
  object: LedgerObject
  /** The reason given, short. */
  reason: string | null
  /** An IP address, or `internal` for what no request caused. */
  source: string
  outcome: LedgerOutcome
  details: LedgerDetails
}

/** The version of the canonical form, written into every entry as `v`. */
export const ENTRY_VERSION = 1
