import { verifyLog, type VerifyReport } from '@opentipline/ledger'
import type { Transaction } from '../../db/transaction.ts'
import { checkRows, problemList } from './check-rows.ts'
import type { OnProgress } from './export.ts'
import type { LedgerTrust } from './key.ts'
import { newestCheckpoint } from './published.ts'
import { tileReader } from './read-tiles.ts'
import { withTreeAtRest } from './sequence.ts'
import { readLastSignedNote } from './sign.ts'

/**
 * Derives the whole ledger of the database again: by the verifier that shares no code with what wrote it, against the
 * newest checkpoint and the one this folder remembers; then the rows beside the tree. Progress runs through it twice.
 */
export const verifyLedger = async (
  tx: Transaction,
  key: LedgerTrust,
  onProgress: OnProgress = () => undefined,
): Promise<VerifyReport> => {
  // A checkpoint is remembered a moment before its row is there: both are read when none is on its way.
  const [newest, lastSigned] = await withTreeAtRest(tx, async () => [
    await newestCheckpoint(tx),
    await readLastSignedNote(key),
  ])
  const read = tileReader(tx)
  const report = await verifyLog({
    read: async (path) => (path === 'checkpoint' ? newest && Buffer.from(newest.note) : read(path)),
    key: key.verifier,
    held: lastSigned === undefined ? [] : [lastSigned],
    onProgress: (done, size) => onProgress(done, 2 * size),
  })
  const rows = problemList()
  await checkRows(tx, key, rows.tell, (done, size) => onProgress(size + done, 2 * size))
  return {
    ...report,
    problems: [...report.problems, ...rows.problems],
    problemCount: report.problemCount + rows.count(),
  }
}
