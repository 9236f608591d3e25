import type { InWords } from '@opentipline/contract'
import { useShownLanguage } from '../../messages/messages.tsx'
import { checklistsEn, type ChecklistWords } from './words.en.ts'
import { checklistsEs } from './words.es.ts'

export const useChecklistWords = (): ChecklistWords =>
  useShownLanguage() === 'es' ? checklistsEs : checklistsEn

/** Words of the data in the shown language; an agency that wrote only English is read in English, and marked so. */
export const useInWords = (): ((words: InWords) => { text: string; lang: 'en' | 'es' }) => {
  const language = useShownLanguage()
  return (words) =>
    language === 'es' && words.es !== undefined
      ? { text: words.es, lang: 'es' }
      : { text: words.en, lang: 'en' }
}
