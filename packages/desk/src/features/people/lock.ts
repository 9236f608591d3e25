import type { SessionView } from '@opentipline/contract'
import { desk, DeskProblem, queryClient, sessionKey, showLocked } from '../../platform/api.ts'
import { lockOwed } from './owed.ts'

/** Other pages of this desk that are open in the browser: they have the same session. */
const otherPages = new BroadcastChannel('tipline.lock')

/** Locks the session at the server. That it is locked already, or has ended, is what was wanted. */
export const tellLock = async (signal?: AbortSignal): Promise<void> => {
  try {
    await desk.call('lockSession', signal ? { signal } : {})
  } catch (error) {
    const isShut =
      error instanceof DeskProblem && (error.code === 'session-locked' || error.code === 'not-signed-in')
    if (!isShut) throw error
  }
  lockOwed.told()
}

/**
 * Locks at once: the screens first, and then the server. Where that cannot be told, a page that is loaded anew stays locked all the
 * same: it tells the server before it shows anything.
 */
export const lockNow = (): void => {
  lockOwed.owe()
  showLocked()
  otherPages.postMessage('locked')
  void tellLock().catch(() => undefined)
}

/** Says that the person proved who they are: nothing is owed any more, and the other pages may ask the server whether they are open. */
export const unlocked = (): void => {
  lockOwed.told()
  otherPages.postMessage('unlocked')
}

/** What failed while it was locked is asked again. */
export const askAgain = (): void =>
  void queryClient.invalidateQueries({
    predicate: ({ queryKey, state }) => queryKey[0] !== sessionKey[0] && state.status === 'error',
  })

otherPages.addEventListener('message', ({ data }) => {
  if (data === 'locked') return showLocked()
  void queryClient.refetchQueries({ queryKey: sessionKey }).then(() => {
    if (queryClient.getQueryData<SessionView | null>(sessionKey)?.locked === false) askAgain()
  })
})
