/** The pipeline's thread: opens what it needs, works until told to stop. */
import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../db/database.ts'
import { openDirectory } from '../features/agencies/index.ts'
import { openConfiguredSources } from '../features/findings/index.ts'
import { openPolicyBook } from '../features/policies/index.ts'
import { openLog } from '../platform/log.ts'
import { runPipeline } from './run.ts'
import type { FromThread, ThreadOptions, ToThread } from './thread.ts'

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
const pipeline = runPipeline({ ...base, policies, directory, sources })
void sources.warm()
port.on('message', async (message: ToThread) => {
  if (message === 'wake') return pipeline.wake()
  await pipeline.stop()
  await sources.close()
  await base.database.close()
  port.close()
})
port.postMessage('ready' satisfies FromThread)
