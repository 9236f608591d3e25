import { useSyncExternalStore } from 'react'

/** Ages are told in minutes: twice a minute is often enough, and one timer serves the whole page. */
const tickMs = 30_000
let now = Date.now()
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

const tick = (): void => {
  now = Date.now()
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  timer ??= setInterval(tick, tickMs)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The time in milliseconds, renewed twice a minute. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now)
