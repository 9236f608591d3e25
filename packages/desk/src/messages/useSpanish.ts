import { useEffect, useState } from 'react'
import type { Messages } from './en.ts'

/** The Spanish words once they are wanted and fetched, else undefined. */
export const useSpanish = (wanted: boolean): Messages | undefined => {
  const [words, setWords] = useState<Messages>()
  useEffect(() => {
    if (wanted) void import('./es.ts').then(({ es }) => setWords(es))
  }, [wanted])
  return words
}
