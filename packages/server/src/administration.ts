import { openDatabase } from './db/database.ts'
import type { Environment } from './db/tables.ts'
import type { Transaction } from './db/transaction.ts'
import type { OrphanView } from '@opentipline/contract'
import { parseVerifierKey, type VerifyReport } from '@opentipline/ledger'
import {
  countOpenIncidents,
  listOrphans,
  type Rotated,
  rotateKeys,
  scrub,
  type ScrubCounts,
} from './features/files/index.ts'
import { acceptCosignatures, exportLog, readOrMakeLedgerKey, verifyLedger } from './features/ledger/index.ts'
import {
  addProvider,
  limitNamed,
  listProviders,
  type MadeCredential,
  type NewCredential,
  type ProviderListing,
  revokeNamed,
  rotateNamed,
  setEngineer,
} from './features/providers/index.ts'
import {
  inviteByOperator,
  type NewInvitation,
  type OidcSettings,
  type OperatorWish,
  setAgencyOidc,
} from './features/people/index.ts'
import type { Log } from './platform/log.ts'
import { openPostgres } from './platform/postgres.ts'
import { readRunning } from './platform/running.ts'
import { readOrMakeKey } from './platform/secrets.ts'
import { openVault } from './platform/vault.ts'

/** What the operator may do from the command line, beside a running server or without one. */
export type Administration = {
  addProvider(wish: {
    name: string
    environment: Environment
    purpose?: string
    callsPerMinute?: number
  }): Promise<NewCredential>
  providers: ProviderAdministration
  /** Makes a person and the secret of the one-time link by which they register a passkey. */
  invitePerson(wish: OperatorWish): Promise<NewInvitation>
  /** Says by which OpenID provider an agency's people sign in. */
  setOidc(wish: OidcSettings): Promise<void>
  ledger: LedgerAdministration
  evidence: EvidenceAdministration
  /** Address of the server that runs on the folder, if one does. */
  server: string | undefined
  close(): Promise<void>
}

/** Credentials are named by their usernames. */
export type ProviderAdministration = {
  list(): Promise<ProviderListing[]>
  rotate(wish: { username: string; overlapHours: number }): Promise<MadeCredential>
  revoke(username: string): Promise<void>
  limit(wish: { username: string; callsPerMinute: number }): Promise<void>
  /** Lets a person with the role provider engineer act for a provider, or ends it. */
  engineer(wish: { provider: string; personId: string; remove: boolean }): Promise<void>
}

export type LedgerAdministration = {
  /** What verifiers need: `origin+id+key`. */
  verifierKey: string
  /** Writes the log into an empty folder as tlog-tiles; gives the number of entries. */
  export(folder: string, onProgress: (done: number, size: number) => void): Promise<number>
  /** Derives the whole log of the database again. */
  verify(onProgress: (done: number, size: number) => void): Promise<VerifyReport>
  /** Keeps the lines of the witnesses with these verifier keys; gives the names of those that were there. */
  cosign(checkpoint: string, witnessKeys: string[]): Promise<string[]>
}

export type EvidenceAdministration = {
  /** Re-hashes all evidence, or goes on with a run that was stopped. */
  scrub(wish: {
    bytesPerSecondMax: number
    signal?: AbortSignal
    onProgress?: (done: number, of: number) => void
  }): Promise<ScrubCounts>
  /** Adds a wrapping key where `add`, and seals every file's key under the newest. */
  rotateKeys(wish: { add: boolean; onProgress?: (moved: number) => void }): Promise<Rotated>
  openIncidents(): Promise<number>
  /** Objects of the store that no row knows, as the last whole scrub found them. */
  orphans(): Promise<OrphanView[]>
}

export type AdministrationOptions = {
  dataDir: string
  databaseUrl?: string | undefined
  plainDatabase?: boolean | undefined
  databaseOwnerUrl?: string | undefined
  operator: string
  log: Log
}

/** Opens the data folder: through the database of the server that runs on it, else by starting the database for a moment. */
export const openAdministration = async (options: AdministrationOptions): Promise<Administration> => {
  const running = await readRunning(options.dataDir)
  const postgres = running
    ? { url: running.databaseUrl, stop: async () => undefined }
    : await openPostgres(options.dataDir, options, options.log)
  const database = openDatabase(postgres.url)
  const credentialKey = await readOrMakeKey(options.dataDir, 'credentials')
  const ledgerKey = await readOrMakeLedgerKey(options.dataDir)
  const signInKey = await readOrMakeKey(options.dataDir, 'sign-in')
  const vault = await openVault(options.dataDir)
  const keeper = { role: 'tipline_keeper', kind: 'keeper', name: options.operator } as const
  const kept = { database, vault, now: () => new Date() }
  const sequencer = { role: 'tipline_ledger', kind: 'sequencer' } as const
  const operator = { role: 'tipline_admin', kind: 'operator', name: options.operator } as const
  const asOperator = <T>(work: (tx: Transaction, now: Date) => Promise<T>): Promise<T> =>
    database.transaction(operator, (tx) => work(tx, new Date()))
  return {
    ledger: {
      verifierKey: ledgerKey.verifier,
      export: (folder, onProgress) =>
        database.transaction(sequencer, (tx) => exportLog(tx, ledgerKey, folder, onProgress)),
      verify: (onProgress) =>
        database.transaction(sequencer, (tx) => verifyLedger(tx, ledgerKey, onProgress)),
      cosign: (checkpoint, witnessKeys) =>
        database.transaction(sequencer, (tx) =>
          acceptCosignatures(tx, checkpoint, witnessKeys.map(parseVerifierKey), new Date()),
        ),
    },
    evidence: {
      scrub: (wish) => scrub(kept, { actor: keeper, ...wish }),
      rotateKeys: (wish) => rotateKeys(kept, keeper, wish),
      orphans: () => database.transaction(keeper, listOrphans),
      openIncidents: () => database.transaction(keeper, countOpenIncidents),
    },
    server: running?.address,
    addProvider: (wish) => asOperator((tx, now) => addProvider(tx, credentialKey, wish, now)),
    providers: {
      list: () => asOperator(listProviders),
      rotate: (wish) => asOperator((tx, now) => rotateNamed(tx, credentialKey, wish, now)),
      revoke: (username) => asOperator((tx, now) => revokeNamed(tx, username, now)),
      limit: (wish) => asOperator((tx, now) => limitNamed(tx, wish, now)),
      engineer: (wish) => asOperator((tx, now) => setEngineer(tx, wish, now)),
    },
    invitePerson: (wish) => asOperator((tx, now) => inviteByOperator(tx, wish, now)),
    setOidc: (wish) => asOperator((tx, now) => setAgencyOidc(tx, signInKey, wish, now)),
    close: async () => {
      await vault.close()
      await database.close()
      await postgres.stop()
    },
  }
}
