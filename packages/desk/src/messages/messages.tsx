import { createContext, type ReactNode, use } from 'react'
import { type Language, useChosenZone, useLanguage } from '../platform/preferences.ts'
import { useSpanish } from './useSpanish.ts'
import { en, type Messages } from './en.ts'

const Words = createContext<{ messages: Messages; language: Language }>({ messages: en, language: 'en' })

/** Gives the pages their words. English is there at once; another language is fetched when it is chosen. */
export const MessagesProvider = ({ children }: { children: ReactNode }) => {
  const language = useLanguage()
  // Times are told in another zone at once: everything that has words is drawn again.
  useChosenZone()
  const spanish = useSpanish(language === 'es')
  const ready = language === 'es' && spanish !== undefined
  return (
    <Words value={ready ? { messages: spanish, language } : { messages: en, language: 'en' }}>
      {children}
    </Words>
  )
}

export const useMessages = (): Messages => use(Words).messages
/** The language whose words are shown now: also the locale of dates and numbers. */
export const useShownLanguage = (): Language => use(Words).language
