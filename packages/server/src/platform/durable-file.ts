import { randomUUID } from 'node:crypto'
import { mkdir, open, rename } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Puts a small file in place whole: after it resolves, the new content survives a power cut; before, the old one does. */
export const writeDurably = async (path: string, bytes: string | Uint8Array, mode = 0o644): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  // A name of its own for each call: two at once in one process must not write one draft.
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}`)
  const file = await open(draft, 'w', mode)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path)
  await syncFolder(dirname(path))
}

/** A name in a folder is durable when the folder is. */
export const syncFolder = async (folder: string): Promise<void> => {
  const held = await open(folder, 'r')
  try {
    await held.sync()
  } finally {
    await held.close()
  }
}
