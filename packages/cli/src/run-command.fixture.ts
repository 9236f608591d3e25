import { spawn } from 'node:child_process'
import { join } from 'node:path'

export type Ran = { code: number | null; out: string; err: string }

const main = join(import.meta.dirname, 'main.ts')
/** A command that hangs fails its test instead of stopping the suite. */
const commandTimeoutMs = 120_000

/** Runs the command as a process, without a terminal, as a script would. */
export const runCommand = (words: string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...words], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: commandTimeoutMs,
    })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, out, err }))
  })
