import fc from 'fast-check'
import { signCheckpoint } from '../checkpoint/sign.ts'
import { encodeEntry } from '../entry/encode.ts'
import type { LedgerEntry } from '../entry/entry.ts'
import { generateKey, parseSignerKey, parseVerifierKey, type SignerKey } from '../note/key.ts'
import { EMPTY_EDGE, edgeRoot, growLog, type LogEdge } from '../tiles/grow.ts'

/** Synthetic entry number `n`; the same number gives the same entry. */
export function syntheticEntry(n: number): LedgerEntry {
  return {
    entryId: `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`,
    at: new Date(1_767_225_600_000 + n * 1_000).toISOString(),
    actor: { kind: 'person', id: `person-${n % 7}` },
    actingFor: n % 5 === 0 ? null : `agency-${n % 3}`,
    action: 'tips.decide',
    object: { kind: 'tip', id: `tip-${n}` },
    reason: n % 2 === 0 ? null : `Synthetic reason ${n}`,
    source: n % 4 === 0 ? 'internal' : '192.0.2.17',
    outcome: n % 11 === 0 ? 'denied' : 'done',
    details: { count: n, sha256: 'ab'.repeat(32), test: true },
  }
}

/** A log in memory, as a folder would hold it. Every partial tile of each checkpointed size stays, as in a real log. */
export type MemoryLog = {
  files: Map<string, Uint8Array>
  edge: LogEdge
  signer: SignerKey
  verifier: string
  origin: string
  checkpoint: string
}

const TEST_ORIGIN = 'example.com/ledger'

/** An empty log with a fresh key. */
export function emptyLog(): MemoryLog {
  const key = generateKey(TEST_ORIGIN, 'note')
  const signer = parseSignerKey(key.signer)
  const log = {
    files: new Map<string, Uint8Array>(),
    edge: EMPTY_EDGE,
    signer,
    verifier: key.verifier,
    origin: TEST_ORIGIN,
  }
  return withCheckpoint({ ...log, checkpoint: '' })
}

/** The log with these canonical entries appended and a checkpoint signed. The old log stays as it is. */
export function grown(log: MemoryLog, entries: readonly Uint8Array[]): MemoryLog {
  const { edge, files } = growLog(log.edge, entries)
  const all = new Map(log.files)
  for (const file of files) all.set(file.path, file.bytes)
  return withCheckpoint({ ...log, files: all, edge })
}

/** A log of `size` synthetic entries, grown by these steps. */
export function syntheticLog(...steps: readonly number[]): MemoryLog {
  let log = emptyLog()
  let from = 0
  for (const step of steps) {
    log = grown(log, syntheticEntries(from, step))
    from += step
  }
  return log
}

export function syntheticEntries(from: number, count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, n) => encodeEntry(syntheticEntry(from + n)))
}

export function reader(log: { files: ReadonlyMap<string, Uint8Array> }) {
  return async (path: string) => log.files.get(path)
}

export function trustIn(log: MemoryLog) {
  return { origin: log.origin, logKeys: [parseVerifierKey(log.verifier)] }
}

function withCheckpoint(log: MemoryLog): MemoryLog {
  const head = { origin: log.origin, size: log.edge.size, root: edgeRoot(log.edge) }
  const checkpoint = signCheckpoint(head, [log.signer])
  return { ...log, checkpoint, files: new Map(log.files).set('checkpoint', Buffer.from(checkpoint)) }
}

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9._:/-]{0,30}$/)
const text = (maxLength: number) =>
  fc
    .string({ unit: 'grapheme', maxLength })
    .filter((one) => !/\p{Cc}/u.test(one) && one.length <= maxLength && one.isWellFormed())
const id = text(40).filter((one) => one !== '')
const hundredths = fc
  .tuple(
    fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
    fc.stringMatching(/^\d{2,9}$/),
  )
  .map(([date, fraction]) => `${date.toISOString().slice(0, 19)}.${fraction}Z`)

/** Any valid entry. */
export const anyEntry: fc.Arbitrary<LedgerEntry> = fc.record({
  entryId: fc.uuid(),
  at: hundredths,
  actor: fc.record({ kind: fc.constantFrom('person', 'provider', 'pipeline', 'system'), id }),
  actingFor: fc.option(id),
  action: name,
  object: fc.record({ kind: name, id }),
  reason: fc.option(text(200)),
  source: fc.oneof(fc.constant('internal'), fc.ipV4(), fc.ipV6()),
  outcome: fc.constantFrom('done', 'denied', 'failed'),
  details: fc.dictionary(
    name,
    fc.oneof(text(60), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean()),
    {
      maxKeys: 8,
      noNullPrototype: true,
    },
  ),
})
