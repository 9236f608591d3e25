import { every, type Repeated } from '../../platform/every.ts'
import type { Services } from '../../platform/services.ts'
import { sequenceAll } from './sequence.ts'
import { LedgerBroken, signLedger } from './sign.ts'

/** How often waiting entries are looked for. */
const keepPauseMs = 1_000

/** Keeps the log: places entries, and signs a checkpoint when there is something new. */
export const keepLedger = (services: Pick<Services, 'database' | 'now' | 'log' | 'ledgerKey'>): Repeated =>
  every(keepPauseMs, 'keeping of the ledger', services.log, async () => {
    await sequenceAll(services)
    try {
      await signLedger(services)
    } catch (error) {
      // Its words are ours and name sizes only; the operator needs them.
      if (error instanceof LedgerBroken)
        services.log.error({ because: error.message }, 'the ledger is broken; no checkpoint is signed')
      else throw error
    }
  })
