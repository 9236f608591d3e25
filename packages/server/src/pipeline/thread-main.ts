/** The pipeline's thread: opens what it needs, works until told to stop. */
import { flushCompileCache } from 'node:module'
import { platform, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../db/database.ts'
import { openDirectory } from '../features/agencies/index.ts'
import { openConfiguredSources } from '../features/findings/index.ts'
import { openPolicyBook } from '../features/policies/index.ts'
import { openLog } from '../platform/log.ts'
import { runPipeline } from './run.ts'
import type { FromThread, ThreadOptions, ToThread } from './thread.ts'

/**
 * Below the thread that answers providers, by about three to one where both want the processor: in a burst what arrives
 * is acknowledged first, and what waits for judgement is durable. An idle processor is this thread's as much as anyone's.
 */
const niceness = 5

// On Linux priority is a thread's own, and 0 names the calling one; elsewhere it would be the whole process's.
if (platform() === 'linux') setPriority(0, niceness)

const options: ThreadOptions = workerData
const port = parentPort
if (!port) throw new Error('this file runs as a thread of the server')

const base = {
  database: openDatabase(options.databaseUrl),
  log: openLog(options.logLevel),
  now: () => new Date(),
}
const policies = await openPolicyBook(base)
const directory = await openDirectory(base)
const sources = await openConfiguredSources(options)
const pipeline = runPipeline({
  ...base,
  policies,
  directory,
  sources,
  pictureHashes: options.pictureHashes,
})
void sources.warm()
port.on('message', async (message: ToThread) => {
  if (message === 'wake') return pipeline.wake()
  await pipeline.stop()
  await sources.close()
  await base.database.close()
  port.close()
})
port.postMessage('ready' satisfies FromThread)
// A server may end without a moment to tidy up, and its next start should find what was compiled.
flushCompileCache()
