export type SoonWriter = {
  /** Asks for a write within so many milliseconds; the most impatient asker decides. */
  within(ms: number): void
  /** Writes what there is, and ends. */
  stop(): Promise<void>
}

/** Writes one at a time, and as soon as the most impatient asked. */
export const openSoonWriter = (write: () => Promise<void>): SoonWriter => {
  let timer: NodeJS.Timeout | undefined
  let dueAt = Number.POSITIVE_INFINITY
  let writing = Promise.resolve()
  const run = (): Promise<void> => {
    clearTimeout(timer)
    dueAt = Number.POSITIVE_INFINITY
    writing = writing.then(write)
    return writing
  }
  return {
    within: (ms) => {
      const at = performance.now() + ms
      if (at >= dueAt) return
      clearTimeout(timer)
      dueAt = at
      timer = setTimeout(() => void run(), ms)
      timer.unref()
    },
    stop: run,
  }
}
