import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

const keyBytes = 32

/**
 * A random key kept in the data folder, made at first use. The file is its owner's alone.
 * @throws Error when others can read it, or when it is not a whole key
 */
export const readOrMakeKey = async (dataDir: string, name: string): Promise<Buffer> => {
  const folder = join(dataDir, 'keys')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, name)
  await makeKey(path)
  const { mode } = await stat(path)
  if ((mode & 0o077) !== 0) throw new Error(`${path} can be read by others. Run: chmod 600 ${path}`)
  const key = await readFile(path)
  if (key.length !== keyBytes)
    throw new Error(`${path} is not a key of ${keyBytes} bytes. Restore it from a backup.`)
  return key
}

const makeKey = async (path: string): Promise<void> => {
  const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return undefined
    throw error
  })
  if (!file) return
  try {
    await file.writeFile(randomBytes(keyBytes))
    await file.sync()
  } finally {
    await file.close()
  }
}
