import type { PolicyBook } from '../features/policies/index.ts'
import type { LedgerKey, Verifications } from '../features/ledger/index.ts'
import type { ChecklistBook } from '../features/checklists/index.ts'
import type { LawBook } from '../features/law/index.ts'
import type { Directory } from '../features/agencies/index.ts'
import type { CallMeter, RefusedLogins } from '../features/providers/index.ts'
import type { PictureSetting, Sources } from '@opentipline/domain'
import type { Credit } from '@opentipline/contract'
import type { Database } from '../db/database.ts'
import type { PersonPace } from '../http/person-pace.ts'
import type { Log } from './log.ts'
import type { Site } from './site.ts'
import type { Vault } from './vault.ts'

/** What the features are given. `main` makes it; nothing else does. */
export type Services = {
  database: Database
  vault: Vault
  log: Log
  now: () => Date
  /** Key of the keyed hashes of provider passwords. 32 bytes. */
  credentialKey: Buffer
  /** Counts the calls of each provider credential against its limit. */
  callMeter: CallMeter
  /** Brings refused logins of providers into the ledger. */
  refusedLogins: RefusedLogins
  /** Bytes of one uploaded file. */
  uploadBytesMax: number
  /** Counts the calls of each signed-in person against theirs. */
  personPace: PersonPace
  /** Signs the ledger's checkpoints. */
  ledgerKey: LedgerKey
  verifications: Verifications
  demo: boolean
  /** What this deployment is to those who sign in. */
  site: Site
  credits: Credit[]
  policies: PolicyBook
  /** The legal pack, shipped and as it holds at an agency. */
  law: LawBook
  /** Checklists and notes, as shipped. */
  checklists: ChecklistBook
  /** Told when a finished report has entered the pipeline, so that nobody waits for the next look. */
  wakePipeline: () => void
}

/** What the pipeline is given besides. */
export type PipelineServices = Pick<Services, 'database' | 'log' | 'now' | 'policies'> & {
  sources: Sources
  /** Of which files picture hashes may be computed. */
  pictureHashes: PictureSetting
  directory: Directory
}
