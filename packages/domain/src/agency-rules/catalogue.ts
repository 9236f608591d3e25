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
  /** Percent of the tips in a pool that a draw takes for re-reading; 0 draws nothing. */
  'sampling-percent': { shape: 'number', start: 0, min: 0, max: 100 },
  /** What is drawn from: declined tips, and undecided ones of these lanes. */
  'sampling-from': {
    shape: 'choices',
    start: ['declined', 'informational'],
    choices: ['declined', 'work', 'enrich', 'informational'],
  },
  /** Undecided tips in so many of the highest bands are not low, and are left out. */
  'sampling-top-bands': { shape: 'number', start: 2, min: 0, max: 20 },
  /** Days since a tip was declined, or made available, before it can be drawn. */
  'sampling-days': { shape: 'number', start: 7, min: 0, max: 365 },
  /** Tips drawn from one pool at most. */
  'sampling-most': { shape: 'number', start: 20, min: 1, max: 200 },
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
