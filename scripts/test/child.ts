import { type ChildProcess, spawn } from 'node:child_process'
import { root } from './root.ts'

export type Ended = { code: number | null; timedOut: boolean; output: string; tookMs: number }

const running = new Set<ChildProcess>()

/** Ends every process that the tests have started, with their children: at the end and on Ctrl-C. */
export const endAll = (): void => {
  for (const child of running) endGroup(child, 'SIGKILL')
}

const endGroup = (child: ChildProcess, signal: NodeJS.Signals): void => {
  try {
    if (child.pid !== undefined) process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal)
  } catch {
    // It has ended by itself.
  }
}

/** Runs a program in a process group of its own to its end, or ends the group when its time is up. */
export const runChild = (
  program: string,
  args: string[],
  options: { env?: NodeJS.ProcessEnv; timeoutMs: number; cwd?: string },
): Promise<Ended> => {
  const started = performance.now()
  const child = spawn(program, args, {
    cwd: options.cwd ?? root,
    // Under `node --test` this would make a child report to its parent instead of to its own reporter.
    env: { ...process.env, NODE_TEST_CONTEXT: undefined, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  })
  running.add(child)
  let output = ''
  let timedOut = false
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (piece: string) => (output += piece))
  const timer = setTimeout(() => {
    timedOut = true
    endGroup(child, 'SIGKILL')
  }, options.timeoutMs)
  return new Promise((resolve) => {
    const end = (code: number | null) => {
      clearTimeout(timer)
      running.delete(child)
      resolve({ code, timedOut, output, tookMs: performance.now() - started })
    }
    child.once('error', (error) => {
      output += error.message
      end(null)
    })
    // Not 'close': what a test leaves running may hold the pipes open for ever.
    child.once('exit', (code) => {
      endGroup(child, 'SIGKILL')
      setImmediate(end, code)
    })
  })
}
