import { randomBytes } from 'node:crypto'
import { link, open, readdir, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode } from '../errors.ts'
import { assertPrivateFile, privateFileMode, syncDirectory } from '../private-path.ts'
import { type KeyEncryptionKey, newKeyFile, parseKeyFile } from './key-file.ts'

export interface NumberedKey extends KeyEncryptionKey {
  /** 1 for the first key of the store; the greatest is the current one. */
  sequence: number
}

const keyFilePattern = /^([0-9]{6})\.key$/

/** The keys of a directory, oldest first. Rejects with `key-store-unsafe` or `key-store-damaged`. */
export async function readKeyFiles(directory: string): Promise<NumberedKey[]> {
  const keys: NumberedKey[] = []
  for (const name of (await readdir(directory)).toSorted()) {
    const sequence = keyFilePattern.exec(name)?.[1]
    if (sequence === undefined) continue
    const path = join(directory, name)
    await assertPrivateFile(path)
    keys.push({ sequence: Number(sequence), ...parseKeyFile(await readFile(path, 'utf8'), path) })
  }
  return keys
}

/**
 * Adds a new key under `sequence`, whole and durable, or does nothing when another process has just added one
 * there: that one serves as well, and both processes go on with the same key.
 */
export async function addKeyFile(directory: string, sequence: number): Promise<void> {
  const temporary = join(directory, `.${randomBytes(8).toString('hex')}.part`)
  await writeDurably(temporary, newKeyFile(sequence))
  try {
    await link(temporary, join(directory, `${String(sequence).padStart(6, '0')}.key`))
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error
  } finally {
    await unlink(temporary)
  }
  await syncDirectory(directory)
}

async function writeDurably(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx', privateFileMode)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
