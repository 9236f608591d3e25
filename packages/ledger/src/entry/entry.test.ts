import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { LedgerError } from '../error.ts'
import { ENTRY_BYTES_MAX, REASON_CHARS_MAX } from '../limits.ts'
import { anyEntry, syntheticEntry } from '../testing/log.ts'
import { decodeEntry } from './decode.ts'
import { encodeEntry } from './encode.ts'
import type { LedgerEntry } from './entry.ts'

const refused = (entry: LedgerEntry, field: RegExp) =>
  assert.throws(
    () => encodeEntry(entry),
    (error) => error instanceof LedgerError && field.test(error.message),
  )

test('an entry comes back from its canonical bytes as it went in', () => {
  fc.assert(
    fc.property(anyEntry, (entry) => {
      const back = decodeEntry(encodeEntry(entry))
      assert.deepEqual(plain(back), plain(entry))
      assert.deepEqual(encodeEntry(back), encodeEntry(entry))
    }),
  )
})

test('the order in which the fields came does not change the bytes', () => {
  fc.assert(
    fc.property(anyEntry, fc.infiniteStream(fc.nat()), (entry, keys) => {
      assert.deepEqual(encodeEntry({ ...entry, ...shuffled(entry, keys) }), encodeEntry(entry))
    }),
  )
})

test('the canonical form is what an independent writer of sorted JSON gives', () => {
  fc.assert(
    fc.property(anyEntry, (entry) => {
      assert.equal(Buffer.from(encodeEntry(entry)).toString(), sortedJson({ ...entry, v: 1 }))
    }),
  )
})

test('the canonical bytes of a known entry stay what they are', () => {
  assert.equal(
    Buffer.from(encodeEntry(syntheticEntry(1))).toString(),
    '{"actingFor":"agency-1","action":"tips.decide","actor":{"id":"person-1","kind":"person"},' +
      '"at":"2026-01-01T00:00:01.000Z","details":{"count":1,"sha256":"' +
      `${'ab'.repeat(32)}","test":true},"entryId":"00000000-0000-4000-8000-000000000001",` +
      '"object":{"id":"tip-1","kind":"tip"},"outcome":"done","reason":"Synthetic reason 1",' +
      '"source":"192.0.2.17","v":1}',
  )
})

test('no changed byte of an entry is read as the same entry', () => {
  fc.assert(
    fc.property(anyEntry, fc.nat(), fc.integer({ min: 1, max: 255 }), (entry, at, mask) => {
      const bytes = Buffer.from(encodeEntry(entry))
      const place = at % bytes.length
      bytes[place] = (bytes[place] ?? 0) ^ mask
      const back = attempt(() => decodeEntry(bytes))
      assert.ok(back === undefined || Buffer.compare(encodeEntry(back), bytes) === 0)
      if (back !== undefined) assert.notDeepEqual(plain(back), plain(entry))
    }),
  )
})

test('arbitrary bytes are refused as a bad entry, and nothing else is thrown', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        fc.json().map((json) => Buffer.from(json)),
      ),
      (bytes) => {
        assert.throws(() => decodeEntry(bytes), LedgerError)
      },
    ),
  )
})

test('what is out of shape is refused by the name of its field', () => {
  const entry = syntheticEntry(1)
  refused({ ...entry, entryId: entry.entryId.replace('a', 'A').replace('0', 'A') }, /entryId/)
  refused({ ...entry, at: '2026-01-02T03:04:05Z' }, /^at /)
  refused({ ...entry, at: '2026-02-30T03:04:05.00Z' }, /^at /)
  refused({ ...entry, at: '2026-01-02T03:04:60.00Z' }, /^at /)
  refused({ ...entry, at: '2026-01-02T03:04:05.00+01:00' }, /^at /)
  refused({ ...entry, action: 'two words' }, /action/)
  refused({ ...entry, source: 'example.com' }, /source/)
  refused({ ...entry, actor: { kind: 'person', id: '' } }, /actor.id/)
  refused({ ...entry, object: { kind: 'tip', id: 'a\nb' } }, /object.id/)
  refused({ ...entry, reason: 'x'.repeat(REASON_CHARS_MAX + 1) }, /reason/)
  refused({ ...entry, reason: '\ud800' }, /reason/)
  refused({ ...entry, details: { count: Number.NaN } }, /details.count/)
  refused({ ...entry, details: { '1': 1 } }, /details.1/)
  refused(
    { ...entry, details: Object.fromEntries(Array.from({ length: 65 }, (_, n) => [`d${n}`, n])) },
    /details/,
  )
})

test('an unknown field is refused when written and when read', () => {
  const extra = { ...syntheticEntry(1), narrative: 'Synthetic narrative 17' }
  refused(extra, /narrative/)
  const bytes = Buffer.from(encodeEntry(syntheticEntry(1))).toString()
  assert.throws(
    () => decodeEntry(Buffer.from(bytes.replace(',"object"', ',"narrative":"","object"'))),
    LedgerError,
  )
})

test('an entry of another version is refused as such', () => {
  const text = Buffer.from(encodeEntry(syntheticEntry(1))).toString()
  assert.throws(() => decodeEntry(Buffer.from(text.replace('"v":1', '"v":2'))), /version/)
})

test('an entry at the limit of its size is taken and one above it is refused', () => {
  const base = encodeEntry({ ...syntheticEntry(1), details: filler(0) }).length
  assert.equal(
    encodeEntry({ ...syntheticEntry(1), details: filler(ENTRY_BYTES_MAX - base) }).length,
    ENTRY_BYTES_MAX,
  )
  refused({ ...syntheticEntry(1), details: filler(ENTRY_BYTES_MAX - base + 1) }, /over/)
})

/** Without prototypes and with -0 as 0, so that values compare by what JSON keeps of them. */
function plain(value: LedgerEntry): unknown {
  return JSON.parse(JSON.stringify(value))
}

function shuffled(entry: LedgerEntry, keys: fc.Stream<number>): object {
  const weighed = Object.entries(entry).map((pair) => ({ pair, key: keys.next().value ?? 0 }))
  return Object.fromEntries(weighed.toSorted((a, b) => a.key - b.key).map(({ pair }) => pair))
}

function sortedJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const pairs = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${pairs.map(([key, one]) => `${JSON.stringify(key)}:${sortedJson(one)}`).join(',')}}`
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make()
  } catch {
    return undefined
  }
}

/** Fifteen thousand characters and some more. */
function filler(chars: number) {
  const full = Array.from({ length: 15 }, (_, n) => [`d${n}`, 'x'.repeat(1_000)])
  return { ...Object.fromEntries(full), last: 'x'.repeat(chars) }
}
