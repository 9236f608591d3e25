import { VaultError } from '../errors.ts'

/** Runs `work`; a failure of the storage below becomes `store-failed`, the vault's own errors stay as they are. */
export async function asStoreFailure<T>(objectId: string | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof VaultError) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new VaultError('store-failed', `The object store failed: ${reason}`, {
      cause,
      ...(objectId === undefined ? {} : { objectId }),
    })
  }
}
