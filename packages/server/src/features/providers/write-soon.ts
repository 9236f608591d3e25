export type SoonWriter = {
  /** Asks for a write within so many milliseconds; the most impatient asker decides. */
  within(ms: number): void
  /** Writes what there is, and ends. */
  stop(): Promise<void>
}

/**
 * Writes one at a time, and as soon as the most impatient asked.
 * @param write told whether it is the last time, when what is not due yet is written too
 */
export const openSoonWriter = (write: (isLast: boolean) => Promise<void>): SoonWriter => {
  let timer: NodeJS.Timeout | undefined
  let dueAt = Number.POSITIVE_INFINITY
  let writing = Promise.resolve()
  const run = (isLast: boolean): Promise<void> => {
    clearTimeout(timer)
    dueAt = Number.POSITIVE_INFINITY
    writing = writing.then(() => write(isLast))
    return writing
  }
  return {
    within: (ms) => {
      const at = performance.now() + ms
      if (at >= dueAt) return
      clearTimeout(timer)
      dueAt = at
      timer = setTimeout(() => void run(false), ms)
      timer.unref()
    },
    stop: () => run(true),
  }
}
