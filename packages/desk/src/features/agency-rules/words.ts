import { agencyRulesEn } from '../../messages/agencyRules.en.ts'
import { agencyRulesEs } from '../../messages/agencyRules.es.ts'
import { wordsOf } from '../../messages/wordsOf.ts'

export type RuleWords = typeof agencyRulesEn
/** The words of the page of an agency's rules. */
export const useRuleWords = wordsOf(agencyRulesEn, agencyRulesEs)
