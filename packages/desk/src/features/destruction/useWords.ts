import { useShownLanguage } from '../../messages/messages.tsx'
import { destructionEn } from './words.en.ts'
import { destructionEs } from './words.es.ts'

/** The words of this page, which come with it. */
export const useWords = (): typeof destructionEn =>
  useShownLanguage() === 'es' ? destructionEs : destructionEn
