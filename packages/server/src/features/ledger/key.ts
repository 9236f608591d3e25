import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type CheckpointTrust,
  formatVerifierKey,
  generateKey,
  LedgerError,
  parseSignerKey,
  type SignerKey,
} from '@opentipline/ledger'
import { syncFolder, writeDurably } from '../../platform/durable-file.ts'

/** What a reader of the log trusts and remembers. */
export type LedgerTrust = {
  /** Public text for whoever verifies: `origin+id+key`. */
  verifier: string
  trust: CheckpointTrust
  /** The last checkpoint that was signed with it here, kept beside the database and not in it. */
  lastSignedPath: string
}

/** The key that signs the log's checkpoints. Its name is the log's origin, for ever. */
export type LedgerKey = LedgerTrust & { signer: SignerKey }

/** Two logs must not bear one name: without a configured origin ours is random and in a domain that cannot exist. */
const randomOrigin = (): string => `opentipline.invalid/${randomBytes(8).toString('hex')}`

/**
 * Reads the ledger's key from the data folder, made at first use for `origin`. Its owner's alone.
 * @throws Error when others can read it, when it is no key, or when it is the key of another origin
 */
export const readOrMakeLedgerKey = async (dataDir: string, origin?: string): Promise<LedgerKey> => {
  const path = join(dataDir, 'keys', 'ledger')
  await mkdir(join(dataDir, 'keys'), { recursive: true, mode: 0o700 })
  await makeKey(path, origin)
  const { mode } = await stat(path)
  if ((mode & 0o077) !== 0) throw new Error(`${path} can be read by others. Run: chmod 600 ${path}`)
  const signer = readSigner(await readFile(path, 'utf8'), path)
  const { name } = signer.verifier
  if (origin !== undefined && origin !== name)
    throw new Error(
      `The ledger of this folder is "${name}" and cannot become "${origin}": receipts that were given out name it. Leave TIPLINE_LEDGER_ORIGIN out.`,
    )
  const verifier = formatVerifierKey(signer.verifier)
  await writeDurably(join(dataDir, 'ledger', 'verifier-key'), `${verifier}\n`)
  return {
    signer,
    verifier,
    trust: { origin: name, logKeys: [signer.verifier] },
    lastSignedPath: join(dataDir, 'ledger', 'last-signed'),
  }
}

const readSigner = (text: string, path: string): SignerKey => {
  try {
    return parseSignerKey(text)
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
    throw new Error(`${path} is no key of a ledger. Restore it from a backup.`, { cause: error })
  }
}

const makeKey = async (path: string, origin: string | undefined): Promise<void> => {
  const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return undefined
    throw error
  })
  if (!file) return
  try {
    await file.writeFile(generateKey(origin ?? randomOrigin(), 'note').signer)
    await file.sync()
  } finally {
    await file.close()
  }
  await syncFolder(join(path, '..'))
}
