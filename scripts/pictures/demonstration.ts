/** The demonstration that pictures are taken of: the command's own, in a folder that is gone afterwards. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const command = join(import.meta.dirname, '../../packages/cli/src/main.ts')

export type Demonstration = { address: string; stop(): Promise<void> }

/** Starts `tipline start` with its usual seed. Its dates are those of the day: the database keeps the machine's time. */
export const startDemonstration = async (say: (what: string) => void): Promise<Demonstration> => {
  const folder = await mkdtemp(join(tmpdir(), 'tipline-pictures-'))
  // For root the database runs as another user, who has to come in; all that is in it is invented.
  await chmod(folder, 0o755)
  const child = spawn(process.execPath, [command, 'start', '--json', '--port', '0', '--data', folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Pictures make more calls in a minute than a person could.
    env: { ...process.env, TIPLINE_PERSON_CALLS_PER_MINUTE: '1000000' },
  })
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    await rm(folder, { recursive: true, force: true })
  }
  child.stderr.setEncoding('utf8').on('data', (text: string) => say(text.trim()))
  const told = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').once('data', resolve)
    child.once('exit', (code) => reject(new Error(`The demonstration ended with ${code}.`)))
  }).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  const { address }: { address: string } = JSON.parse(told)
  return { address, stop }
}
