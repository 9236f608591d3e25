import { open } from 'node:fs/promises'
import { Refused } from './exit.ts'

/** Bytes of one document read from a file at most: beyond what any interface here takes. */
const inputBytesMax = 256 * 1024 * 1024

const why: Record<string, string> = {
  ENOENT: 'there is no such file',
  EACCES: 'you may not read it',
  EISDIR: 'it is a folder',
}

const refusal = (path: string, error: unknown): Refused => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return new Refused(
    'usage',
    `${path} cannot be read: ${why[code] ?? (error instanceof Error ? error.message : String(error))}.`,
  )
}

/** The bytes of a file that was named on the command line. @throws Refused in a sentence */
export const readInput = async (path: string): Promise<Uint8Array<ArrayBuffer>> => {
  const file = await open(path).catch((error: unknown) => {
    throw refusal(path, error)
  })
  try {
    const { size } = await file.stat()
    if (size > inputBytesMax)
      throw new Refused('refused', `${path} has ${size} bytes; at most ${inputBytesMax} are read.`)
    return new Uint8Array(await file.readFile())
  } catch (error) {
    throw error instanceof Refused ? error : refusal(path, error)
  } finally {
    await file.close()
  }
}
