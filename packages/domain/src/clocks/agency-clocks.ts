import type { ClockView } from '@opentipline/contract'
import { addHours, isWithin } from './calendar.ts'

/** A warrant that a person said is to be returned by a moment. */
export type WarrantReturn = {
  readonly entryId: string
  readonly court: string
  readonly reference: string | null
  readonly dueAt: Date
}

/** A court's order binds whoever it is addressed to: the one thing here that is due by law. */
export const warrantClocks = (warrants: readonly WarrantReturn[]): ClockView[] =>
  warrants.map(({ entryId, court, reference, dueAt }) => ({
    key: `warrant return ${entryId}`,
    kind: 'warrant return',
    name: 'warrant is to be returned',
    what: 'due',
    at: dueAt.toISOString(),
    says: `The warrant is to be returned to ${court} by then.`,
    force: 'law',
    citation:
      reference === null ? `Warrant of ${court}, no number recorded` : `Warrant ${reference}, ${court}`,
    certainty: 'certain',
    certaintySays: 'As a person recorded it; look at the warrant itself.',
    source: 'a recorded warrant',
    evidence: [{ from: 'record', ref: entryId }],
  }))

/** A hold that somebody chose: the tip comes back by itself. Nobody has to do anything. */
export const holdClocks = (heldUntil: Date | null): ClockView[] =>
  heldUntil === null
    ? []
    : [
        {
          key: 'hold until',
          kind: 'hold until',
          name: 'hold ends',
          what: 'returns',
          at: heldUntil.toISOString(),
          says: 'The tip comes back to the queue by itself then.',
          force: 'discretion',
          citation: 'The decision to hold it',
          certainty: 'certain',
          certaintySays: 'Chosen by the person who decided to hold it; it can be decided anew at any time.',
          source: 'the decision to hold',
          evidence: [],
        },
      ]

/** A time that the agency set itself, from when a tip is made available until it is first decided. */
export type AgencyTimeRule = {
  readonly timeId: string
  readonly name: string
  readonly hours: number
  readonly band: string | null
  readonly authority: string
  readonly from: string
  readonly to: string | null
}

/** Hours of the clock, weekends included: a rule that means working hours says so in its own words and length. */
export const agencyTimeClocks = (
  rules: readonly AgencyTimeRule[],
  tip: { isOpen: boolean; availableAt: Date; band: string },
): ClockView[] =>
  rules
    .filter(
      (rule) =>
        tip.isOpen &&
        (rule.band === null || rule.band === tip.band) &&
        isWithin(tip.availableAt, rule.from, rule.to),
    )
    .map((rule) => ({
      key: `agency time ${rule.timeId}`,
      kind: 'agency time',
      name: rule.name,
      what: 'due',
      at: addHours(tip.availableAt, rule.hours).toISOString(),
      says: `Your agency’s own rule: ${rule.hours} hours from when the tip was made available, until it is decided.`,
      force: 'agency policy',
      citation: rule.authority,
      certainty: 'certain',
      certaintySays: 'Counted in hours of the clock from when the tip was made available.',
      source: `your agency’s times, rule ${rule.timeId}`,
      evidence: [],
    }))
