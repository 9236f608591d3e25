import type { Transaction } from '../../db/transaction.ts'

/**
 * Puts a report that the actor may see on its way again, from a stage that judges. One that is on its way already is
 * not put back further than it has to be.
 */
export const refire = async (tx: Transaction, reportId: string, from: 'assess' | 'route'): Promise<void> => {
  await tx.prepared('refire', 'select refire($1, $2)', [reportId, from])
}
