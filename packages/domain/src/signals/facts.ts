import type { Evidence, Finding, PlaceFact, Report, Signal } from '@opentipline/contract'

/**
 * What one other report shares with this one, as the link stage found it.
 * `strong` joins (the same account at the same platform); `weak` is a suggestion only.
 */
export type LinkSummary = {
  /** Id of the other report. */
  reportId: string
  /** Kind of the identifier that both carry, e.g. `account`. */
  kind: string
  strength: 'strong' | 'weak'
  /** How many identifiers of that kind the two share; 1 or more. */
  count: number
}

/** Something a named officer recorded at the desk about one signal. It never changes what was received. */
export type OfficerRecord = { id: string; signal: string; value: 'true' | 'false' }

/**
 * All that the signals may look at. An absent list means that its stage has not run: that is unknown,
 * whereas an empty list says "looked, found nothing".
 */
export type Facts = {
  report: Report
  findings?: readonly Finding[]
  places?: readonly PlaceFact[]
  links?: readonly LinkSummary[]
  records?: readonly OfficerRecord[]
  /** UTC, ISO 8601: when this clearinghouse or agency received the report. */
  receivedAt?: string
  /** UTC, ISO 8601: the moment for which time-bound signals are asked. There is no clock in here. */
  at?: string
}

/** The value of a signal with what it rests on. */
export type Reading = Pick<Signal, 'value' | 'evidence'>

export type SignalClass = 'tip' | 'intelligence' | 'law' | 'operations'

/** One factor: what it asks, how it is read, and what to do where it is unknown. */
export type SignalDefinition = {
  name: string
  class: SignalClass
  /** The factor as a question in plain words that `true` answers with yes. */
  question: string
  /** In words: the fields, findings, links or records that it is read from. */
  inputs: string
  /** In words: when the answer is unknown. */
  unknownWhen: string
  /** Where the factor was published. */
  source: string
  /** The act that would find out. */
  act: string
  /** What a provider could add from what it already holds. Never a request to search (18 U.S.C. 2258A(f)). */
  providerAdvice?: string
  read: (facts: Facts) => Reading
}

export type { Evidence }
