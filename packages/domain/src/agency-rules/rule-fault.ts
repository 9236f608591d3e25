import {
  type AgencyRule,
  type AgencyRuleId,
  agencyRules,
  type AgencyRuleValue,
  type ValueOfRule,
} from './catalogue.ts'

const faultOf = (rule: AgencyRule, value: unknown): string | undefined => {
  switch (rule.shape) {
    case 'switch':
      return typeof value === 'boolean' ? undefined : 'is either true or false.'
    case 'number':
      return Number.isInteger(value) && Number(value) >= rule.min && Number(value) <= rule.max
        ? undefined
        : `is a whole number from ${rule.min} to ${rule.max}.`
    case 'choices':
      return isChoice(rule.choices, value) ? undefined : `is a list of some of: ${rule.choices.join(', ')}.`
  }
}

const isChoice = (choices: readonly string[], value: unknown): boolean =>
  Array.isArray(value) &&
  new Set(value).size === value.length &&
  value.every((each) => typeof each === 'string' && choices.includes(each))

/** What is wrong with a value of a rule, as the end of a sentence that begins with the value; undefined when nothing is. */
export const ruleFault = (id: AgencyRuleId, value: unknown): string | undefined =>
  faultOf(agencyRules[id], value)

/** Whether a value is one of that rule. */
export const isValueOf = <Id extends AgencyRuleId>(id: Id, value: unknown): value is ValueOfRule<Id> =>
  ruleFault(id, value) === undefined

/** What holds where the agency has set nothing. */
export const startOf = (id: AgencyRuleId): AgencyRuleValue => agencyRules[id].start
