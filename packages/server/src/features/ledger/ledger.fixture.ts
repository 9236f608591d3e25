/** A ledger on a fresh database and in a temporary folder, without the rest of the server. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/database.ts'
import { type Database, openDatabase } from '../../db/database.ts'
import { type LedgerKey, readOrMakeLedgerKey } from './key.ts'
import { recordAll } from './record.ts'

type Scope = { after(done: () => Promise<void>): void }

export type TestLedger = {
  dataDir: string
  /** As the owner of the tables, whom nothing binds. */
  owner: FreshDatabase
  database: Database
  ledgerKey: LedgerKey
  /** Moves when the test says so. */
  now: () => Date
  pass(ms: number): void
  /** Writes so many entries, each of a person. */
  write(count: number): Promise<void>
}

export const startTestLedger = async (scope: Scope, origin = 'example.org/ledger'): Promise<TestLedger> => {
  const ends: (() => Promise<void>)[] = []
  const owner = await freshDatabase({ after: (done) => ends.push(done) })
  const dataDir = await mkdtemp(join(tmpdir(), 'tipline-ledger-'))
  const database = openDatabase(owner.url)
  scope.after(async () => {
    await database.close()
    for (const end of ends) await end()
    await rm(dataDir, { recursive: true, force: true })
  })
  let at = Date.parse('2026-11-01T10:00:00.000Z')
  let written = 0
  const now = (): Date => new Date(at)
  return {
    dataDir,
    owner,
    database,
    ledgerKey: await readOrMakeLedgerKey(dataDir, origin),
    now,
    pass: (ms) => {
      at += ms
    },
    write: async (count) => {
      const happenings = Array.from({ length: count }, () => ({
        action: 'tip.read' as const,
        object: { kind: 'tip', id: String(++written) },
      }))
      await database.transaction({ role: 'tipline_admin', kind: 'operator', name: 'test' }, (tx) =>
        recordAll(tx, now(), happenings),
      )
    },
  }
}
