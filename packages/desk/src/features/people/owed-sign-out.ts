/**
 * A sign-out that the server was not told of, because it could not be reached. It is kept on the device, and nothing of a
 * session with it: the page that is opened next, whoever opens it, tells the server before it asks for anything.
 */
import { useSyncExternalStore } from 'react'

const key = 'tipline.sign-out-owed'
/**
 * Where a browser refuses storage, and there alone: then it is owed as long as the page lasts. Otherwise a page that told the server
 * tells the others too, or one of them would end the session of whoever signed in since.
 */
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
  try {
    localStorage.setItem(key, '1')
  } catch {
    owedHere = true
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
  // Another page of the browser told it, or owes it.
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}
export const useSignOutOwed = (): boolean => useSyncExternalStore(subscribe, signOutOwed)
