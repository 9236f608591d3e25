import type { OperationName } from '@opentipline/contract'
import type { Actor } from '../db/actor.ts'
import { record } from '../features/ledger/index.ts'
import type { Services } from '../platform/services.ts'

/** Writes a refused attempt into the ledger, in a transaction of its own since the refused one is gone. */
export const recordDenial = (
  services: Pick<Services, 'database' | 'now'>,
  actor: Actor,
  operation: OperationName,
  path: string,
): Promise<void> =>
  services.database.transaction(actor, (tx) =>
    record(tx, services.now(), {
      action: 'operation.denied',
      object: { kind: 'operation', id: operation },
      outcome: 'denied',
      details: { path: path.slice(0, 200) },
    }),
  )
