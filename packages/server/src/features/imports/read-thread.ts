import { workerThreadFromBytes } from '@opentipline/formats'
import { openJobThread } from '../../platform/job-thread.ts'
import { readImport, type ReadImport } from './read-import.ts'

export type ImportReader = {
  read(bytes: Uint8Array): Promise<ReadImport>
  close(): Promise<void>
}

/** Reads documents for import; large ones in a thread, so that none delays the other calls of the process. */
export const openImportReader = (): ImportReader => {
  const main = new URL('./read-thread-main.ts', import.meta.url)
  const thread = openJobThread<Uint8Array, ReadImport>(main, 'reads large imports')
  return {
    read: async (bytes) => (bytes.length < workerThreadFromBytes ? readImport(bytes) : thread.run(bytes)),
    close: () => thread.close(),
  }
}
