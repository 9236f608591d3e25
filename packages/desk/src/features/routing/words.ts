import { clearinghouseEn, type ClearinghouseMessages } from '../../messages/clearinghouse.en.ts'
import { clearinghouseEs } from '../../messages/clearinghouse.es.ts'
import { useShownLanguage } from '../../messages/messages.tsx'

/** The words of the clearinghouse's pages in the language that is shown. */
export const useClearinghouseWords = (): ClearinghouseMessages =>
  useShownLanguage() === 'es' ? clearinghouseEs : clearinghouseEn
