import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { normalTime } from './normalTime.ts'

test('a time with an offset becomes UTC and keeps its zone', () => {
  assert.deepEqual(normalTime('2026-01-14T08:30:00-05:00'), {
    utc: '2026-01-14T13:30:00Z',
    zone: '-05:00',
    precision: 'second',
  })
  assert.deepEqual(normalTime('2026-01-14T08:30:00.999Z'), {
    utc: '2026-01-14T08:30:00Z',
    zone: 'Z',
    precision: 'second',
  })
  assert.equal(normalTime('2026-01-01T00:30:00+0100')?.utc, '2025-12-31T23:30:00Z')
})

test('a time to the minute says that it is no finer', () => {
  assert.equal(normalTime('2026-01-14T08:30Z')?.precision, 'minute')
})

test('a time without an offset names no instant', () => {
  for (const given of [
    '2026-01-14T08:30:00',
    '2026-01-14',
    '',
    'N/A',
    '2026-02-30T00:00:00Z',
    '2026-01-14T24:00:00Z',
    '2026-01-14T08:30:00+15:00',
  ]) {
    assert.equal(normalTime(given), undefined, given)
  }
})

test('the UTC form is a fixed point and the same instant', () => {
  const offsets = fc.integer({ min: -14 * 60, max: 14 * 60 })
  const seconds = fc.integer({ min: 0, max: 4_000_000_000 })
  fc.assert(
    fc.property(seconds, offsets, (second, offset) => {
      const local = new Date((second + 14 * 3600 + offset * 60) * 1000).toISOString().slice(0, 19)
      const size = Math.abs(offset)
      const zone = `${offset < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`
      const time = normalTime(`${local}${zone}`)
      assert.ok(time)
      assert.equal(Date.parse(time.utc), (second + 14 * 3600) * 1000)
      assert.equal(normalTime(time.utc)?.utc, time.utc)
    }),
  )
})

test('any text at all is read without throwing', () => {
  fc.assert(fc.property(fc.string(), (given) => void normalTime(given)))
})
