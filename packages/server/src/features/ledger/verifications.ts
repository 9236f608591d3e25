import { randomUUID } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { LedgerVerification } from '@opentipline/contract'
import type { VerifyReport } from '@opentipline/ledger'
import type { Actor } from '../../db/actor.ts'
import type { Services } from '../../platform/services.ts'
import type { LedgerTrust } from './key.ts'
import { record } from './record.ts'

/** Verifications remembered; who wants to know of an older one finds it in the ledger. */
const rememberedMax = 20

export type VerifierOptions = { databaseUrl: string } & Omit<LedgerTrust, 'trust'>
export type FromVerifier = { done: number; size: number } | { report: VerifyReport }

export type Verifications = {
  /** Starts one, or joins the one that runs: two at once would only make each slower. */
  start(actor: Actor): LedgerVerification
  read(verificationId: string): LedgerVerification | undefined
  close(): Promise<void>
}

/** Verifications of the whole ledger on demand, one at a time in this process. */
export const openVerifications = (
  services: Pick<Services, 'database' | 'now' | 'log'>,
  options: VerifierOptions,
): Verifications => {
  const remembered = new Map<string, LedgerVerification>()
  let running: { id: string; worker: Worker; ended: Promise<void> } | undefined
  const put = (next: LedgerVerification): LedgerVerification => {
    remembered.set(next.verificationId, next)
    const [oldest] = remembered.keys()
    if (remembered.size > rememberedMax && oldest !== undefined) remembered.delete(oldest)
    return next
  }
  const start = (actor: Actor): LedgerVerification => {
    const joined = running && remembered.get(running.id)
    if (joined) return joined
    const begun = put(newVerification(services.now()))
    const worker = new Worker(new URL('./verification-thread.ts', import.meta.url), { workerData: options })
    const update = (change: Partial<LedgerVerification>): void => {
      put({ ...(remembered.get(begun.verificationId) ?? begun), ...change })
    }
    const ended = runWorker(worker, update)
      .catch((error: unknown) => {
        services.log.error({}, 'a verification of the ledger failed', error)
        update({ state: 'failed' })
      })
      .then(() => {
        running = undefined
        update({ endedAt: services.now().toISOString() })
        return recordVerdict(services, actor, remembered.get(begun.verificationId) ?? begun)
      })
      .catch((error: unknown) =>
        services.log.error({}, 'a verdict on the ledger was not written down', error),
      )
    running = { id: begun.verificationId, worker, ended }
    return begun
  }
  return {
    start,
    read: (verificationId) => remembered.get(verificationId),
    close: async () => {
      await running?.worker.terminate()
      await running?.ended
    },
  }
}

const newVerification = (now: Date): LedgerVerification => ({
  verificationId: randomUUID(),
  state: 'running',
  startedAt: now.toISOString(),
  endedAt: null,
  done: 0,
  size: 0,
  root: null,
  problemCount: 0,
  problems: [],
})

const runWorker = (worker: Worker, update: (change: Partial<LedgerVerification>) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    let reported = false
    worker.on('message', (message: FromVerifier) => {
      reported ||= 'report' in message
      update('report' in message ? verdictOf(message.report) : message)
    })
    worker.once('error', reject)
    worker.once('exit', () =>
      reported ? resolve() : reject(new Error('the verifier ended without a verdict')),
    )
  })

const verdictOf = ({ size, root, problemCount, problems }: VerifyReport): Partial<LedgerVerification> => ({
  state: problemCount === 0 ? 'sound' : 'wrong',
  done: size,
  size,
  root: root === '' ? null : root,
  problemCount,
  problems,
})

const recordVerdict = (
  services: Pick<Services, 'database' | 'now'>,
  actor: Actor,
  { state, size, problemCount }: LedgerVerification,
): Promise<void> =>
  services.database.transaction(actor, (tx) =>
    record(tx, services.now(), {
      action: 'ledger.verified',
      object: { kind: 'ledger', id: 'entries' },
      outcome: state === 'sound' ? 'done' : 'failed',
      details: { state, size, problems: problemCount },
    }),
  )
