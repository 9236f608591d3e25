import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { quarterHolding, quarterNamed } from './quarter.ts'

const moments = fc.date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2099-12-31T23:59:59Z'),
  noInvalidDate: true,
})

test('a moment lies in its quarter, and a quarter is found again by its name', () => {
  fc.assert(
    fc.property(moments, (at) => {
      const found = quarterHolding(at)
      const day = at.toISOString().slice(0, 10)
      assert.ok(found.from <= day && day < found.to, `${day} ${found.quarter}`)
      assert.deepEqual(quarterNamed(found.quarter), found)
    }),
  )
})

test('quarters follow each other without a gap, over the turn of a year too', () => {
  assert.deepEqual(quarterNamed('2026-Q4'), { quarter: '2026-Q4', from: '2026-10-01', to: '2027-01-01' })
  assert.equal(quarterNamed('2027-Q1')?.from, '2027-01-01')
  for (const wrong of ['2026-Q5', '2026-Q0', '26-Q1', '2026', ''])
    assert.equal(quarterNamed(wrong), undefined)
})
