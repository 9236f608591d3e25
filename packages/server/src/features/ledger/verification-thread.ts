/** Verifies the whole ledger in a thread of its own, so that no answer waits for it. */
import { parentPort, workerData } from 'node:worker_threads'
import { parseVerifierKey } from '@opentipline/ledger'
import { openDatabase } from '../../db/database.ts'
import type { FromVerifier, VerifierOptions } from './verifications.ts'
import { verifyLedger } from './verify.ts'

/** Progress is told in steps of a hundredth: more would only be messages. */
const steps = 100

const { databaseUrl, verifier, lastSignedPath }: VerifierOptions = workerData
const say = (message: FromVerifier): void => parentPort?.postMessage(message)
const key = parseVerifierKey(verifier)
const trust = { origin: key.name, logKeys: [key] }
const database = openDatabase(databaseUrl)
let told = -1
try {
  const report = await database.transaction({ role: 'tipline_ledger', kind: 'sequencer' }, (tx) =>
    verifyLedger(tx, { verifier, trust, lastSignedPath }, (done, size) => {
      const step = Math.floor((done / size) * steps)
      if (step !== told) say({ done, size })
      told = step
    }),
  )
  say({ report })
} finally {
  await database.close()
}
