import { encodeEntry, type LedgerActor, type LedgerDetails, type LedgerEntry } from '@opentipline/ledger'
import { actorName, type Actor } from '../../db/actor.ts'
import { newEntryId } from './entry-id.ts'
import type { LedgerAction } from './actions.ts'

export type Happening = {
  action: LedgerAction
  object: { kind: string; id: string }
  outcome?: LedgerEntry['outcome']
  /** A code or a short phrase; never report content. */
  reason?: string
  /** Ids, hashes and counts; never report content. */
  details?: LedgerDetails
}

/** An entry ready to insert: the columns of `ledger_entry` in their order. */
export type EntryRow = [
  entryId: string,
  at: string,
  actor: string,
  actingFor: string | null,
  action: string,
  objectKind: string,
  objectId: string,
  canonical: Uint8Array,
]

const ledgerActor = (actor: Actor): LedgerActor => {
  switch (actor.kind) {
    case 'person':
    case 'engineer':
      return { kind: 'person', id: actor.personId }
    case 'provider':
      return { kind: 'provider', id: String(actor.providerId) }
    case 'pipeline':
      return { kind: 'pipeline', id: actor.stage }
    case 'operator':
      return { kind: 'system', id: `operator:${actor.name}` }
    case 'door':
      return actor.person ? { kind: 'person', id: actor.person.personId } : { kind: 'system', id: 'visitor' }
    case 'keeper':
      return { kind: 'system', id: `keeper:${actor.name}` }
    case 'visitor':
      return { kind: 'system', id: 'visitor' }
    case 'sequencer':
      return { kind: 'system', id: 'ledger' }
  }
}

const actingFor = (actor: Actor): string | null => {
  switch (actor.kind) {
    case 'person':
      return actor.agencyId
    case 'door':
      return actor.person?.agencyId ?? null
    case 'provider':
    case 'engineer':
      return String(actor.providerId)
    case 'visitor':
    case 'pipeline':
    case 'sequencer':
    case 'operator':
    case 'keeper':
      return null
  }
}

const sourceOf = (actor: Actor): string => ('source' in actor ? actor.source : 'internal')

/** Makes the entry for something `actor` does now. Actor, agency and time are the transaction's, never a request's. */
export const entryRow = (actor: Actor, at: Date, happening: Happening): EntryRow => {
  const entry: LedgerEntry = {
    entryId: newEntryId(at),
    at: at.toISOString(),
    actor: ledgerActor(actor),
    actingFor: actingFor(actor),
    action: happening.action,
    object: happening.object,
    reason: happening.reason ?? null,
    source: sourceOf(actor),
    outcome: happening.outcome ?? 'done',
    details: happening.details ?? {},
  }
  return [
    entry.entryId,
    entry.at,
    actorName(actor),
    entry.actingFor,
    entry.action,
    entry.object.kind,
    entry.object.id,
    encodeEntry(entry),
  ]
}
