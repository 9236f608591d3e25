import type { Log } from './log.ts'

export type Repeated = { stop(): Promise<void> }

/** Runs `work` again and again with a pause between; a failure is logged and the next run tries again. */
export const every = (pauseMs: number, name: string, log: Log, work: () => Promise<unknown>): Repeated => {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let stopped = false
  const run = async (): Promise<void> => {
    await work().catch((error: unknown) =>
      log.error({ work: name }, 'repeated work failed; it is tried again', error),
    )
    if (!stopped) timer = setTimeout(start, pauseMs)
  }
  const start = (): void => {
    running = run()
  }
  start()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
