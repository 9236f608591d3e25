import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { decodeTimeoutMs } from './limits.ts'

const Answer = Type.Union([
  Type.Object({
    answer: Type.Literal('hit'),
    hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    quality: Type.Integer({ minimum: 0, maximum: 100 }),
  }),
  Type.Object({
    answer: Type.Enum(['not checked', 'failed'] as const),
    caveat: Type.String({ maxLength: 500 }),
  }),
])
const answer = Compile(Answer)
export type Decoded = Static<typeof Answer>

const program = fileURLToPath(new URL('./decode-main.ts', import.meta.url))
/** Characters that the process may tell: it tells one line. */
const toldMax = 2_000

/** What the process told, or that it told nothing that can be used. */
const readTold = (told: string): Decoded => {
  try {
    const value: unknown = JSON.parse(told)
    if (answer.Check(value)) return value
  } catch {
    // Falls through: a process that ended early told nothing, or half of it.
  }
  return { answer: 'failed', caveat: 'The decoder ended without an answer.' }
}

/**
 * The picture hash of one file, made in a process of its own with nothing of this one's environment. Never rejects for what is in the
 * bytes: what cannot be decoded has failed, and says so.
 */
export const decodePicture = (bytes: Buffer, timeoutMs: number = decodeTimeoutMs): Promise<Decoded> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [program], { env: {}, stdio: ['pipe', 'pipe', 'ignore'] })
    let told = ''
    let late = false
    const timer = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, timeoutMs)
    child.stdout.on('data', (piece: Buffer) => {
      told = `${told}${piece.toString('utf8')}`.slice(0, toldMax)
    })
    // The process may end before it has read everything.
    child.stdin.on('error', () => undefined)
    child.on('error', () => undefined)
    child.on('close', () => {
      clearTimeout(timer)
      resolve(
        late ? { answer: 'failed', caveat: 'The decoder took too long and was ended.' } : readTold(told),
      )
    })
    child.stdin.end(bytes)
  })
