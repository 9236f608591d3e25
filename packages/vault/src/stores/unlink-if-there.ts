import { unlink } from 'node:fs/promises'
import { systemCode } from '../errors.ts'

/** Unlinks; false when there was nothing. */
export async function unlinkIfThere(path: string): Promise<boolean> {
  try {
    await unlink(path)
    return true
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false
    throw error
  }
}
