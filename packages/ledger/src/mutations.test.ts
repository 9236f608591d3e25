import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { encodeEntry } from './entry/encode.ts'
import { generateKey, parseSignerKey } from './note/key.ts'
import {
  emptyLog,
  grown,
  type MemoryLog,
  reader,
  syntheticEntries,
  syntheticEntry,
  syntheticLog,
} from './testing/log.ts'
import { decodeBundle, encodeBundle } from './tiles/bundle.ts'
import { parseTilePath, tilePath, tilesOf } from './tiles/path.ts'
import { verifyLog } from './verify-cli.ts'

/**
 * Ten thousand ways to tamper with a log, each of which the verifier has to find, given the log's key and the last
 * checkpoint, which an auditor has kept. Forks and replays by someone who holds the signing key are among them.
 */
const MUTATIONS = 10_000

type Files = Map<string, Uint8Array>
type Picks = { a: number; b: number; c: number }
type Case = { log: MemoryLog; older: MemoryLog; entries: Uint8Array[] }
/** Gives the files after tampering; the same files when this log leaves nothing to tamper with in this way. */
type Tamper = (one: Case, picks: Picks) => Files

const cases: Case[] = [
  [1, 1],
  [3, 4],
  [10, 7],
  [20, 13],
  [31, 1],
  [250, 12],
].map(([first = 0, then = 0]) => {
  const older = syntheticLog(first)
  return {
    older,
    log: grown(older, syntheticEntries(first, then)),
    entries: syntheticEntries(0, first + then),
  }
})
const stranger = parseSignerKey(generateKey('example.com/ledger', 'note').signer)

const EMPTY = emptyLog()

const tampers: { [kind: string]: Tamper } = {
  'flip a bit': ({ log }, { a, b }) => edit(log, a, (bytes) => flipped(bytes, b % (bytes.length * 8))),
  'delete a file': ({ log }, { a }) => {
    const files = new Map(log.files)
    files.delete(pathIn(log, a))
    return files
  },
  'delete bytes': ({ log }, { a, b, c }) =>
    edit(log, a, (bytes) => {
      const from = b % bytes.length
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + 1 + (c % 40))])
    }),
  'insert bytes': ({ log }, { a, b, c }) =>
    edit(log, a, (bytes) => {
      const at = b % (bytes.length + 1)
      return Buffer.concat([bytes.subarray(0, at), Buffer.alloc(1 + (c % 40), c), bytes.subarray(at)])
    }),
  'append bytes': ({ log }, { a, b, c }) =>
    edit(log, a, (bytes) => Buffer.concat([bytes, Buffer.alloc(1 + (b % 40), c)])),
  'truncate a file': ({ log }, { a, b }) => edit(log, a, (bytes) => bytes.subarray(0, b % bytes.length)),
  'exchange two files': ({ log }, { a, b }) => {
    const [one, two] = [pathIn(log, a), pathIn(log, b)]
    const [first, second] = [log.files.get(one), log.files.get(two)]
    return first && second ? new Map(log.files).set(one, second).set(two, first) : log.files
  },
  'replay a file of an earlier state': ({ log, older }, { a, b }) => {
    const bytes = older.files.get(pathIn(older, b))
    return bytes ? new Map(log.files).set(pathIn(log, a), bytes) : log.files
  },
  'replay the earlier checkpoint with its tiles': ({ log, older }, { a }) => {
    const files = new Map([...log.files, ...older.files])
    return a % 2 === 0 ? files : new Map(log.files).set('checkpoint', files.get('checkpoint') ?? Buffer.of())
  },
  'delete an entry and rebuild the tree': (one, { a }) =>
    rebuilt(one, (all) => all.toSpliced(a % all.length, 1)),
  'truncate the entries and rebuild the tree': (one, { a }) =>
    rebuilt(one, (all) => all.slice(0, a % all.length)),
  'reorder two entries of a bundle': ({ log }, { a, b, c }) =>
    edit(log, a, (bytes, path) => swapped(bytes, path, b, c)),
  'reorder entries and rebuild the tree': (one, { a, b }) => rebuilt(one, (all) => exchanged(all, a, b)),
  'change an entry and rebuild the tree': (one, { a, b }) => rebuilt(one, (all) => replaced(all, a, b)),
  'replay an entry at the end, signed by the log': (one, { a, b }) =>
    signed(one, one.log.signer, (all) => [...all, ...all.slice(a % all.length).slice(0, 1 + (b % 3))]),
  'fork by a changed entry, signed by the log': (one, { a, b, c }) =>
    signed(one, one.log.signer, (all) => [...replaced(all, a, b), ...syntheticEntries(1_000, c % 5)]),
  'fork by reordering, signed by the log': (one, { a, b }) =>
    signed(one, one.log.signer, (all) => exchanged(all, a, b)),
  'fork by a lost entry, signed by the log': (one, { a, c }) =>
    signed(one, one.log.signer, (all) => [
      ...all.toSpliced(a % all.length, 1),
      ...syntheticEntries(1_000, c % 5),
    ]),
  'fork by an added entry, signed by the log': (one, { a, b }) =>
    signed(one, one.log.signer, (all) =>
      all.toSpliced(a % all.length, 0, encodeEntry(syntheticEntry(1_000 + (b % 99)))),
    ),
  'the true entries, signed by a stranger': (one) => signed(one, stranger, (all) => all),
}

/** The log of two tiles costs ten times as much as the small ones, and is taken once in twenty. */
const picked = fc.oneof(
  { weight: 19, arbitrary: fc.nat(cases.length - 2) },
  { weight: 1, arbitrary: fc.constant(cases.length - 1) },
)

test('ten thousand random mutations of a log are all found', async () => {
  const found = new Map<string, number>()
  const picks = fc.record({ a: fc.nat(), b: fc.nat(), c: fc.nat() })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(tampers)), picked, picks, async (kind, at, pick) => {
      const one = cases[at]
      const tamper = tampers[kind]
      assert.ok(one !== undefined && tamper !== undefined)
      const files = tamper(one, pick)
      fc.pre(!sameLog(files, one.log))
      const held = [one.log.checkpoint]
      const report = await verifyLog({ read: reader({ files }), key: one.log.verifier, held })
      assert.ok(report.problemCount > 0, `not found: ${kind}`)
      found.set(kind, (found.get(kind) ?? 0) + 1)
    }),
    { numRuns: MUTATIONS, maxSkipsPerRun: 10 },
  )
  const total = [...found.values()].reduce((sum, count) => sum + count, 0)
  assert.equal(total, MUTATIONS)
  for (const kind of Object.keys(tampers)) assert.ok((found.get(kind) ?? 0) > 100, `hardly tried: ${kind}`)
})

test('the logs that are tampered with are sound before', async () => {
  for (const { log, older } of cases) {
    const held = [older.checkpoint, log.checkpoint]
    assert.deepEqual((await verifyLog({ read: reader(log), key: log.verifier, held })).problems, [])
  }
})

/** The files that make up the log at its present size; partial tiles of earlier sizes are no longer part of it. */
function pathsOf(log: MemoryLog): string[] {
  return ['checkpoint', ...Array.from(tilesOf(log.edge.size), tilePath)]
}

function pathIn(log: MemoryLog, pick: number): string {
  const paths = pathsOf(log)
  return paths[pick % paths.length] ?? 'checkpoint'
}

function sameLog(files: Files, log: MemoryLog): boolean {
  return pathsOf(log).every(
    (path) => Buffer.compare(files.get(path) ?? Buffer.of(), log.files.get(path) ?? Buffer.of()) === 0,
  )
}

function edit(log: MemoryLog, pick: number, change: (bytes: Uint8Array, path: string) => Uint8Array): Files {
  const path = pathIn(log, pick)
  return new Map(log.files).set(path, change(log.files.get(path) ?? Buffer.of(), path))
}

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Buffer.from(bytes)
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return copy
}

function swapped(bytes: Uint8Array, path: string, a: number, b: number): Uint8Array {
  if (!path.startsWith('tile/entries/')) return bytes
  return encodeBundle(exchanged(decodeBundle(bytes, parseTilePath(path).width), a, b))
}

function exchanged(all: readonly Uint8Array[], a: number, b: number): Uint8Array[] {
  const [one, two] = [a % all.length, b % all.length]
  return all.with(one, all[two] ?? Buffer.of()).with(two, all[one] ?? Buffer.of())
}

function replaced(all: readonly Uint8Array[], a: number, b: number): Uint8Array[] {
  return all.with(
    a % all.length,
    encodeEntry({ ...syntheticEntry(a % all.length), details: { count: b, other: true } }),
  )
}

/** All entries of the log, changed, in a tree of their own under the true checkpoint: the forger has no key. */
function rebuilt(one: Case, change: (all: readonly Uint8Array[]) => readonly Uint8Array[]): Files {
  return signed(one, stranger, change).set('checkpoint', Buffer.from(one.log.checkpoint))
}

/** All entries of the log, changed, in a tree of their own with a checkpoint by this key. */
function signed(
  { entries }: Case,
  signer: MemoryLog['signer'],
  change: (all: readonly Uint8Array[]) => readonly Uint8Array[],
): Files {
  return grown({ ...EMPTY, signer }, change(entries)).files
}
