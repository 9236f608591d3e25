import { decisionKinds } from '@opentipline/contract'

/**
 * The rules that an agency can make about itself. Each is `agency policy`: it binds where the agency has set it, and what
 * is here as the start is what holds until then. Whoever adds a rule adds a line here, its words in the desk's messages
 * (`agencyRules.rules`), and reads it on the server by `ruleInForce`.
 */
type Switch = { shape: 'switch'; start: boolean }
type Count = { shape: 'number'; start: number; min: number; max: number }
type Choices = { shape: 'choices'; start: readonly string[]; choices: readonly string[] }
export type AgencyRule = Switch | Count | Choices

export const agencyRules = {
  /** Somebody other than its author activates a policy of triage. */
  'policies-second-person': { shape: 'switch', start: true },
  /** Somebody other than who set it brings a rule of this list into force. */
  'rules-second-person': { shape: 'switch', start: false },
  /** Decisions of these kinds wait for a second person. */
  'countersign-kinds': { shape: 'choices', start: [], choices: decisionKinds },
  /** Only for tips in so many of the highest bands of the policy in force; 0 is every band. */
  'countersign-top-bands': { shape: 'number', start: 0, min: 0, max: 20 },
  /** Minutes for which opening a tip tells the others that somebody is on it. */
  'lease-minutes': { shape: 'number', start: 20, min: 1, max: 240 },
  /** Files that a person may open in a day (UTC), until a supervisor lifts it for the day; 0 is no limit. */
  'openings-a-day': { shape: 'number', start: 0, min: 0, max: 500 },
} as const satisfies Record<string, AgencyRule>

export type AgencyRuleId = keyof typeof agencyRules
export type AgencyRuleValue = boolean | number | readonly string[]

/** What a value of one rule is. */
export type ValueOfRule<Id extends AgencyRuleId> = (typeof agencyRules)[Id]['shape'] extends 'switch'
  ? boolean
  : (typeof agencyRules)[Id]['shape'] extends 'number'
    ? number
    : readonly string[]

export const agencyRuleIds = Object.keys(agencyRules).filter(isAgencyRule)

export function isAgencyRule(id: string): id is AgencyRuleId {
  return Object.hasOwn(agencyRules, id)
}
