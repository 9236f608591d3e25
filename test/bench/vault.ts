/**
 * What the vault does beside what the machine can: `node test/bench/vault.ts [MEBIBYTES] [OBJECTS]`.
 *
 * One large object and many of 64 KiB are written and read through the vault; in the same run OpenSSL and bare node
 * hash and seal the same amounts in memory. The ratios are what can be compared between machines.
 */
import { execFile } from 'node:child_process'
import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { promisify } from 'node:util'
import {
  type FileKeyStore,
  type FolderStore,
  newObjectId,
  openFileKeyStore,
  openFolderStore,
  openObject,
  putObject,
  type StoredObject,
  verifyObject,
} from '@opentipline/vault'

const [mebibytes = '1024', objects = '3000'] = process.argv.slice(2)
const mebibyte = 1_048_576
const largeBytes = Number(mebibytes) * mebibyte
const smallCount = Number(objects)
const smallBytes = 65_536
const atOnce = 32

interface Vault {
  store: FolderStore
  keys: FileKeyStore
}

interface Measured {
  megabytesPerSecond: number
  /** How busy the thread was that also answers requests, from 0 to 1. */
  mainThread: number
}

const piece = randomBytes(smallBytes)

function* pieces(sizeBytes: number): Generator<Uint8Array> {
  for (let given = 0; given < sizeBytes; given += piece.length) yield piece
}

async function measure(sizeBytes: number, work: () => Promise<unknown>): Promise<Measured> {
  const before = performance.eventLoopUtilization()
  const startMs = performance.now()
  await work()
  const elapsedMs = performance.now() - startMs
  const mainThread = performance.eventLoopUtilization(before).utilization
  return { megabytesPerSecond: sizeBytes / 1_000 / elapsedMs, mainThread }
}

async function atOnceUpTo(
  limit: number,
  count: number,
  work: (index: number) => Promise<void>,
): Promise<void> {
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < count) {
      next += 1
      await work(next - 1)
    }
  }
  await Promise.all(Array.from({ length: limit }, lane))
}

async function readThrough({ store, keys }: Vault, record: StoredObject): Promise<void> {
  const opened = await openObject(store, keys, record)
  for await (const _ of opened.stream()) continue
}

async function measureLarge(vault: Vault): Promise<Record<string, Measured>> {
  const { store, keys } = vault
  await putObject(store, keys, newObjectId(), pieces(mebibyte))
  const records: StoredObject[] = []
  const write = await measure(largeBytes, async () => {
    records.push(await putObject(store, keys, newObjectId(), pieces(largeBytes)))
  })
  const [record] = records
  if (record === undefined) throw new Error('Nothing was written.')
  const read = await measure(largeBytes, () => readThrough(vault, record))
  const verify = await measure(largeBytes, () => verifyObject(store, keys, record))
  await store.remove(record.objectId)
  return { 'large: write': write, 'large: read': read, 'large: verify': verify }
}

async function measureSmall(vault: Vault): Promise<Record<string, Measured>> {
  const records: StoredObject[] = []
  const totalBytes = smallCount * smallBytes
  const write = await measure(totalBytes, () =>
    atOnceUpTo(atOnce, smallCount, async () => {
      records.push(await putObject(vault.store, vault.keys, newObjectId(), [piece]))
    }),
  )
  const read = await measure(totalBytes, () =>
    atOnceUpTo(atOnce, smallCount, async (index) => {
      const record = records[index]
      if (record !== undefined) await readThrough(vault, record)
    }),
  )
  return { 'small: write': write, 'small: read': read }
}

/** The work that writing cannot do without, on the same bytes, in memory, on one thread. */
async function measureBare(): Promise<Record<string, Measured>> {
  const hashing = (algorithms: readonly string[]) => async (): Promise<void> => {
    const hashes = algorithms.map((algorithm) => createHash(algorithm))
    for (const part of pieces(largeBytes)) for (const hash of hashes) hash.update(part)
  }
  return {
    'bare node: MD5': await measure(largeBytes, hashing(['md5'])),
    'bare node: three hashes': await measure(largeBytes, hashing(['md5', 'sha1', 'sha256'])),
    'bare node: AES-256-GCM': await measure(largeBytes, async () => {
      for (const part of pieces(largeBytes)) seal(part)
    }),
    [allOfIt]: await measure(largeBytes, async () => {
      const hashes = ['md5', 'sha1', 'sha256'].map((algorithm) => createHash(algorithm))
      const stored = createHash('sha256')
      for (const part of pieces(largeBytes)) {
        for (const hash of hashes) hash.update(part)
        stored.update(seal(part))
      }
    }),
  }
}

const allOfIt = 'bare node: all of it'
const benchKey = randomBytes(32)

function seal(part: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', benchKey, randomBytes(12))
  const sealed = cipher.update(part)
  cipher.final()
  return sealed
}

/** Megabytes per second by `openssl speed`, in 64 KiB blocks. */
async function opensslSpeed(algorithm: string): Promise<number> {
  const options = ['speed', '-mr', '-seconds', '2', '-bytes', String(smallBytes), '-evp', algorithm]
  const { stdout } = await promisify(execFile)('openssl', options)
  const figure = /^\+F:[^:]*:[^:]*:([0-9.]+)/m.exec(stdout)?.[1]
  if (figure === undefined) throw new Error(`openssl speed said nothing of ${algorithm}.`)
  return Number(figure) / 1e6
}

function print(
  name: string,
  megabytesPerSecond: number,
  references: Record<string, number>,
  note = '',
): void {
  const ratios = Object.entries(references).map(
    ([of, figure]) => `${(megabytesPerSecond / figure).toFixed(2)} of ${of}`,
  )
  const figure = `${megabytesPerSecond.toFixed(0)} MB/s`.padStart(10)
  process.stdout.write(`${name.padEnd(32)}${figure}  ${[...ratios, note].filter(Boolean).join(', ')}\n`)
}

const folder = await mkdtemp(join(tmpdir(), 'opentipline-bench-vault-'))
try {
  const store = await openFolderStore(join(folder, 'objects'))
  const keys = await openFileKeyStore(join(folder, 'keys'))
  const vault = { store, keys }
  process.stdout.write(`${mebibytes} MiB in one object; ${smallCount} objects of 64 KiB, ${atOnce} at once\n`)
  const openssl = {
    'openssl md5': await opensslSpeed('md5'),
    'openssl gcm': await opensslSpeed('aes-256-gcm'),
  }
  for (const [name, figure] of Object.entries(openssl)) print(name, figure, {})
  const bare = await measureBare()
  const references = { ...openssl, [allOfIt]: bare[allOfIt]?.megabytesPerSecond ?? Number.NaN }
  const measured = { ...bare, ...(await measureLarge(vault)), ...(await measureSmall(vault)) }
  for (const [name, { megabytesPerSecond, mainThread }] of Object.entries(measured)) {
    const perSecond = name.startsWith('small')
      ? `${((megabytesPerSecond * 1e6) / smallBytes).toFixed(0)} objects/s, `
      : ''
    print(
      name,
      megabytesPerSecond,
      references,
      `${perSecond}main thread ${(mainThread * 100).toFixed(0)} % busy`,
    )
  }
  await store.close()
} finally {
  await rm(folder, { recursive: true, force: true })
}
