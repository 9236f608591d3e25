import { useCallback, useEffect, useRef, useState } from 'react'

/** Held longer than this without a pause it is covered: a weight on a key is nobody looking. */
const heldMaxMs = 60_000

/**
 * Whether what is opened is uncovered now. It is while a key or the pointer is held, and not a moment longer: letting go,
 * another window, another tab, a lost focus and a held key that nobody moves all cover it.
 */
export const useReveal = (onCovered: (shownMs: number) => void) => {
  const [shown, setShown] = useState(false)
  const since = useRef<number | undefined>(undefined)
  const told = useRef(onCovered)
  told.current = onCovered
  const cover = useCallback(() => {
    if (since.current !== undefined) told.current(performance.now() - since.current)
    since.current = undefined
    setShown(false)
  }, [])
  const reveal = useCallback(() => {
    if (since.current !== undefined || document.hidden) return
    since.current = performance.now()
    setShown(true)
  }, [])
  useEffect(() => {
    window.addEventListener('blur', cover)
    document.addEventListener('visibilitychange', cover)
    return () => {
      window.removeEventListener('blur', cover)
      document.removeEventListener('visibilitychange', cover)
    }
  }, [cover])
  useEffect(() => {
    if (!shown) return
    const timer = setTimeout(cover, heldMaxMs)
    return () => clearTimeout(timer)
  }, [shown, cover])
  return { shown, reveal, cover }
}
