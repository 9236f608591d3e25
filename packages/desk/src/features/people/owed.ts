/**
 * What the server has still to be told, since it could not be reached or has not answered yet: that a session ended, or that it is
 * locked. It is kept on the device, and nothing of a session with it: the page that is opened next, whoever opens it, tells
 * the server before it asks for anything.
 */
import { useSyncExternalStore } from 'react'

const owed = (key: string) => {
  /**
   * Where a browser refuses storage, and there alone: then it is owed as long as the page lasts. Otherwise a page that told the
   * server tells the others too, or one of them would tell it of the session of whoever signed in since.
   */
  let owedHere = false
  const listeners = new Set<() => void>()
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  return {
    is: (): boolean => {
      try {
        return owedHere || localStorage.getItem(key) !== null
      } catch {
        return owedHere
      }
    },
    owe: (): void => {
      try {
        localStorage.setItem(key, '1')
      } catch {
        owedHere = true
      }
      tell()
    },
    told: (): void => {
      owedHere = false
      try {
        localStorage.removeItem(key)
      } catch {
        // Nothing was stored.
      }
      tell()
    },
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      // Another page of the browser told it, or owes it.
      window.addEventListener('storage', listener)
      return () => {
        listeners.delete(listener)
        window.removeEventListener('storage', listener)
      }
    },
  }
}

export const signOutOwed = owed('tipline.sign-out-owed')
export const lockOwed = owed('tipline.lock-owed')

export const useSignOutOwed = (): boolean => useSyncExternalStore(signOutOwed.subscribe, signOutOwed.is)
