import type { Transaction } from '../../db/transaction.ts'

/** Held shared by whoever makes tips, alone by whoever changes which policy is in force; the number is arbitrary and ours. */
const policySwitchLock = 7_415_003

/**
 * Keeps the policies in force as they are until this transaction ends, so that no tip is made by a policy that has just
 * been replaced. Several may hold it.
 */
export const holdPolicies = async (tx: Transaction): Promise<void> => {
  await tx.prepared('policies-hold', 'select pg_advisory_xact_lock_shared($1)', [policySwitchLock])
}

/** Waits until nobody makes tips, and keeps it so until this transaction ends. */
export const lockPolicies = async (tx: Transaction): Promise<void> => {
  await tx.prepared('policies-lock', 'select pg_advisory_xact_lock($1)', [policySwitchLock])
}
