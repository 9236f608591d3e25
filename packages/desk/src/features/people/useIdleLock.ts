import { sessionIdleMinutesMax, type SessionView } from '@opentipline/contract'
import { useEffect } from 'react'
import { untouchedMs } from '../../platform/presence.ts'
import { lockNow } from './lock.ts'

/** How often the desk looks whether somebody is there. */
const lookMs = 5_000

/** Locks when nobody has touched any page of the desk for as long as a session may be left alone. */
export const useIdleLock = (session: SessionView | undefined): void => {
  const watches = session !== undefined && !session.locked
  useEffect(() => {
    if (!watches) return
    const look = (): void => {
      if (untouchedMs() > sessionIdleMinutesMax * 60_000) lockNow()
    }
    const timer = setInterval(look, lookMs)
    // A computer that wakes up, or a page that comes back, looks before anybody else does.
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [watches])
}
