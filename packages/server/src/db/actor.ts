import pg from 'pg'
import type { Environment } from './tables.ts'

/** The roles that connections take, one for each side of the program. */
export const databaseRoles = [
  'tipline_intake',
  'tipline_pipeline',
  'tipline_desk',
  'tipline_ledger',
  'tipline_admin',
  'tipline_door',
  'tipline_keeper',
] as const
export type DatabaseRole = (typeof databaseRoles)[number]

/**
 * A person of a provider, who sees what the provider's own calls of that environment see; by the desk's side only the
 * numbers made of the provider's reports, for they tell of what agencies said.
 */
export type EngineerActor = {
  role: 'tipline_intake' | 'tipline_desk'
  kind: 'engineer'
  personId: string
  providerId: number
  environment: Environment
  source: string
}

/** On whose behalf a transaction runs. It comes from a credential or a session, never from a request's body. */
export type Actor =
  | { role: 'tipline_intake'; kind: 'provider'; providerId: number; environment: Environment; source: string }
  | EngineerActor
  | { role: 'tipline_intake'; kind: 'visitor'; source: string }
  | { role: 'tipline_pipeline'; kind: 'pipeline'; stage: string }
  | {
      role: 'tipline_desk'
      kind: 'person'
      personId: string
      agencyId: string
      personRole: string
      isClearinghouse: boolean
      source: string
    }
  | { role: 'tipline_desk'; kind: 'visitor'; source: string }
  /** Who signs in and whose session it is. It sees no report. */
  | { role: 'tipline_door'; kind: 'door'; source: string; person?: { personId: string; agencyId: string } }
  | { role: 'tipline_ledger'; kind: 'sequencer' }
  | { role: 'tipline_admin'; kind: 'operator'; name: string }
  /** Who keeps the evidence: the nightly scrub, or an operator at the command line. */
  | { role: 'tipline_keeper'; kind: 'keeper'; name: string }

export type ProviderActor = Extract<Actor, { kind: 'provider' }>

const set = (name: string, value: string): string => `set local ${name} = ${pg.escapeLiteral(value)};`

/** Roles that never see what was received or made of it: whatever else fails, row security shows them no such row. */
const blindRoles: readonly string[] = ['auditor', 'operator', 'provider engineer']
/** These look after the people of their agency. */
const peopleRoles: readonly string[] = [
  'agency supervisor',
  'agency administrator',
  'clearinghouse supervisor',
]
/** Only these see all live reports; another role at the clearinghouse does not. */
const clearinghouseRoles: readonly string[] = ['clearinghouse analyst', 'clearinghouse supervisor']

/** At the clearinghouse they are told that evidence is damaged: ids and times, never what it is. */
const keepers: readonly string[] = ['operator', 'auditor']

const settingsOfPerson = (actor: Extract<Actor, { kind: 'person' }>): string => {
  const seesAll = actor.isClearinghouse && clearinghouseRoles.includes(actor.personRole)
  const agencies = blindRoles.includes(actor.personRole) ? '{}' : `{${JSON.stringify(actor.agencyId)}}`
  // The clearinghouse's auditor reads the whole log; an agency's, what its own people did.
  const audits = actor.isClearinghouse ? '*' : actor.agencyId
  return (
    set('app.agencies', agencies) +
    set('app.person', actor.personId) +
    set('app.clearinghouse', seesAll ? 'on' : 'off') +
    (peopleRoles.includes(actor.personRole) ? set('app.administers', actor.agencyId) : '') +
    (actor.personRole === 'auditor' ? set('app.audits', audits) : '') +
    (actor.isClearinghouse && keepers.includes(actor.personRole) ? set('app.operates', 'on') : '')
  )
}

/** The `set local` statements by which row security knows the actor. */
export const settingsOf = (actor: Actor): string => {
  switch (actor.kind) {
    case 'provider':
      return set('app.provider', String(actor.providerId)) + set('app.environment', actor.environment)
    case 'engineer':
      return (
        set('app.provider', String(actor.providerId)) +
        set('app.environment', actor.environment) +
        set('app.person', actor.personId)
      )
    case 'person':
      return settingsOfPerson(actor)
    case 'door':
    case 'visitor':
    case 'pipeline':
    case 'sequencer':
    case 'operator':
    case 'keeper':
      return ''
  }
}

/** Who did it, as the ledger names them. */
export const actorName = (actor: Actor): string => {
  switch (actor.kind) {
    case 'provider':
      return `provider:${actor.providerId}`
    case 'person':
    case 'engineer':
      return `person:${actor.personId}`
    case 'pipeline':
      return `pipeline:${actor.stage}`
    case 'operator':
      return `operator:${actor.name}`
    case 'door':
      return actor.person ? `person:${actor.person.personId}` : 'visitor'
    case 'keeper':
      return `keeper:${actor.name}`
    case 'visitor':
      return 'visitor'
    case 'sequencer':
      return 'system:ledger'
  }
}
