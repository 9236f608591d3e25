import type { AgencyRuleValue } from '@opentipline/contract'
import type { AgencyRuleId } from '@opentipline/domain'
import type { RuleWords } from './words.ts'

/** A rule's value in words. */
export const valueWords = (id: AgencyRuleId, value: AgencyRuleValue, t: RuleWords): string => {
  if (typeof value === 'boolean') return value ? t.on : t.off
  if (typeof value === 'number') return t.units[id]?.(value) ?? String(value)
  return value.length === 0 ? t.nothingChosen : value.map((each) => t.choices[each] ?? each).join(', ')
}
