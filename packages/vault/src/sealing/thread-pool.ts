import { availableParallelism } from 'node:os'
import { type SealingJob, startThread, type ThreadLink } from './thread-link.ts'

/** One core is left for the thread that answers requests. A thread seals some 280 MB/s, so four outrun most disks. */
const threadsMax = Math.min(4, Math.max(1, availableParallelism() - 1))

const threads = new Set<ThreadLink>()

/**
 * Begins a job on the thread that has the fewest; starts another thread only when all are busy and there is room.
 * One pool serves the process, as the cores do.
 */
export function beginSealing(objectId: string, dataKey: Uint8Array): SealingJob {
  const [idlest] = [...threads].toSorted((a, b) => a.jobCount() - b.jobCount())
  const isBusy = idlest === undefined || idlest.jobCount() > 0
  const thread = isBusy && threads.size < threadsMax ? addThread() : idlest
  return (thread ?? addThread()).begin(objectId, dataKey)
}

function addThread(): ThreadLink {
  const thread = startThread((ended) => threads.delete(ended))
  threads.add(thread)
  return thread
}
