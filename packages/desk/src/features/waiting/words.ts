import { waitingEn } from '../../messages/waiting.en.ts'
import { waitingEs } from '../../messages/waiting.es.ts'
import { wordsOf } from '../../messages/wordsOf.ts'

/** The words of what waits. */
export const useWaitingWords = wordsOf(waitingEn, waitingEs)
