/**
 * A sign-out that the server was not told of, because it could not be reached. It is kept on the device, and nothing of a
 * session with it: the page that is opened next, whoever opens it, tells the server before it asks for anything.
 */
import { useSyncExternalStore } from 'react'

const key = 'tipline.sign-out-owed'
/** A browser may refuse storage: then it is owed as long as the page lasts. */
let owedHere = false
const listeners = new Set<() => void>()

const tell = (): void => {
  for (const listener of listeners) listener()
}

export const signOutOwed = (): boolean => {
  try {
    return owedHere || localStorage.getItem(key) !== null
  } catch {
    return owedHere
  }
}

export const oweSignOut = (): void => {
  owedHere = true
  try {
    localStorage.setItem(key, '1')
  } catch {
    // It is owed by this page alone.
  }
  tell()
}

export const signOutTold = (): void => {
  owedHere = false
  try {
    localStorage.removeItem(key)
  } catch {
    // Nothing was stored.
  }
  tell()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
export const useSignOutOwed = (): boolean => useSyncExternalStore(subscribe, signOutOwed)
