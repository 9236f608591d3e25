import { affiliatesEn } from '../../messages/affiliates.en.ts'
import { affiliatesEs } from '../../messages/affiliates.es.ts'
import { wordsOf } from '../../messages/wordsOf.ts'

/** The words of affiliates. */
export const useAffiliateWords = wordsOf(affiliatesEn, affiliatesEs)
