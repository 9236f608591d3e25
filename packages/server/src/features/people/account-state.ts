import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Services } from '../../platform/services.ts'
import { record } from '../ledger/index.ts'
import { failuresMax, failureWindowMs, unusedMs } from './limits.ts'

/**
 * Writes a failed sign-in of a known person down, and locks the account after too many. Sessions that are open stay: who
 * guesses from outside must not be able to throw an officer out. As the door.
 */
export const recordFailure = async (
  tx: Transaction,
  personId: string,
  reason: string,
  now: Date,
): Promise<void> => {
  const object = { kind: 'person', id: personId }
  await record(tx, now, { action: 'sign-in.failed', object, outcome: 'denied', reason })
  await tx.prepared('failure-add', 'insert into failed_sign_in (person_id, at) values ($1, $2)', [
    personId,
    now,
  ])
  const locked = await tx.prepared(
    'failure-lock',
    `update person set locked_at = $2 where person_id = $1 and locked_at is null
       and (select count(*) from failed_sign_in where person_id = $1 and at > $3) >= $4 returning 1`,
    [personId, now, new Date(now.getTime() - failureWindowMs), failuresMax],
  )
  if (locked.length > 0)
    await record(tx, now, { action: 'person.locked', object, details: { failures: failuresMax } })
}

const disable = `update person set disabled_at = $1, disabled_because = 'unused'
  where not demo and disabled_at is null and coalesce(last_signed_in_at, created_at) < $2`

/** Disables whoever has not signed in for too long. Demonstration people have nothing to protect and stay. As the door. */
const disableUnused = async (tx: Transaction, now: Date, personId?: string): Promise<void> => {
  const before = new Date(now.getTime() - unusedMs)
  const rows =
    personId === undefined
      ? await tx.prepared<{ person_id: string }>('disable-all', `${disable} returning person_id`, [
          now,
          before,
        ])
      : await tx.prepared<{ person_id: string }>(
          'disable-one',
          `${disable} and person_id = $3 returning person_id`,
          [now, before, personId],
        )
  for (const { person_id } of rows)
    await record(tx, now, {
      action: 'person.disabled',
      object: { kind: 'person', id: person_id },
      reason: 'not used for 90 days',
    })
}

/** Looks through all accounts; between two looks the sign-in itself finds who is too late. */
export const sweepAccounts = (services: Pick<Services, 'database' | 'now'>): Promise<void> =>
  services.database.transaction({ role: 'tipline_door', kind: 'door', source: 'internal' }, (tx) =>
    disableUnused(tx, services.now()),
  )

/** Why a person who has just proven who they are is not let in; undefined where they are. As the door. */
export const whyShut = async (tx: Transaction, personId: string, now: Date): Promise<Problem | undefined> => {
  await disableUnused(tx, now, personId)
  const [person] = await tx.prepared<{ locked_at: Date | null; disabled_at: Date | null }>(
    'person-state',
    'select locked_at, disabled_at from person where person_id = $1',
    [personId],
  )
  if (!person || person.disabled_at !== null)
    return new Problem(
      'account-locked',
      'This account is disabled. An administrator of your agency enables it.',
    )
  return person.locked_at === null ? undefined : new Problem('account-locked')
}
