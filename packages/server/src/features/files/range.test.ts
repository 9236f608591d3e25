import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { readRange } from './range.ts'

test('a range lies within the file, and says no more bytes than were asked for', () => {
  const size = fc.nat(1_000_000)
  const bound = fc.option(fc.nat(2_000_000), { nil: undefined })
  fc.assert(
    fc.property(size, bound, bound, (sizeBytes, from, to) => {
      const range = readRange(`bytes=${from ?? ''}-${to ?? ''}`, sizeBytes)
      if (typeof range === 'string') return
      assert.ok(range.start >= 0 && range.start < range.endExclusive && range.endExclusive <= sizeBytes)
      if (from !== undefined) assert.equal(range.start, from)
      if (from !== undefined && to !== undefined)
        assert.equal(range.endExclusive, Math.min(to + 1, sizeBytes))
      if (from === undefined) assert.equal(range.endExclusive - range.start, Math.min(to ?? 0, sizeBytes))
    }),
  )
})

test('the examples of RFC 9110 for a file of 10,000 bytes', () => {
  assert.deepEqual(readRange('bytes=0-499', 10_000), { start: 0, endExclusive: 500 })
  assert.deepEqual(readRange('bytes=500-999', 10_000), { start: 500, endExclusive: 1_000 })
  assert.deepEqual(readRange('bytes=-500', 10_000), { start: 9_500, endExclusive: 10_000 })
  assert.deepEqual(readRange('bytes=9500-', 10_000), { start: 9_500, endExclusive: 10_000 })
})

test('what is no single range of bytes is ignored, and one behind the end is told', () => {
  for (const header of [undefined, '', 'bytes=-', 'bytes=5-4', 'bytes=0-1,5-6', 'lines=1-2', 'bytes=a-b'])
    assert.equal(readRange(header, 100), 'whole', header)
  for (const header of ['bytes=100-', 'bytes=100-200', 'bytes=-0'])
    assert.equal(readRange(header, 100), 'none')
})
