import { samplingEn } from '../../messages/sampling.en.ts'
import { samplingEs } from '../../messages/sampling.es.ts'
import { wordsOf } from '../../messages/wordsOf.ts'

/** The words of re-reading. */
export const useSamplingWords = wordsOf(samplingEn, samplingEs)
