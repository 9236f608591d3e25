import { useSyncExternalStore } from 'react'

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Whether this device has a network at all. An answer may still fail: that is told where it was asked for. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine)
