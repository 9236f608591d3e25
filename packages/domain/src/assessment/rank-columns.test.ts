import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Signal } from '@opentipline/contract'
import fc from 'fast-check'
import type { Condition, Policy } from '../policy/schema.ts'
import { anyCondition, anyPolicy, smallPolicy } from '../policy/policy.fixture.ts'
import { anySignals } from '../signals/facts.fixture.ts'
import { assess } from './assess.ts'
import { blockRows, columnValue, emptyColumns } from './column-conditions.ts'
import { orderNumber } from './order.fixture.ts'
import { columnsOf } from './preview-policy.ts'
import { rankColumns } from './rank-columns.ts'

function expectedOrder(policy: Policy, reports: readonly Signal[][]): number[] {
  const numbers = reports.map((signals) => orderNumber(rankedOf(policy, signals), policy))
  return numbers.map((_, row) => row).toSorted((a, b) => (numbers[b] ?? 0) - (numbers[a] ?? 0))
}

const rankedOf = (policy: Policy, signals: readonly Signal[]) => assess({ policy, signals }).risk

test('ranking by columns is ranking one by one', () => {
  fc.assert(
    fc.property(anyPolicy, fc.array(anySignals, { maxLength: 20 }), (policy, reports) => {
      const ranking = rankColumns(policy, columnsOf(reports))
      assert.deepEqual([...ranking.order], expectedOrder(policy, reports))
      for (const [row, signals] of reports.entries()) {
        const { band, low, high } = rankedOf(policy, signals)
        assert.equal(ranking.riskLow[row], low)
        assert.equal(ranking.riskHigh[row], high)
        assert.equal(policy.bands[ranking.bandRank[row] ?? -1]?.id, band)
      }
    }),
  )
})

test('a score that just reaches a band is in it, by columns as one by one', () => {
  const signals: Signal[] = [{ name: 'sextortion', value: 'true', evidence: [] }]
  for (const [points, band] of [
    [19, 'bottom'],
    [20, 'middle'],
    [49, 'middle'],
    [50, 'top'],
  ] as const) {
    const rule = { id: 'a', when: 'sextortion', points, score: 'risk', says: 'A', because: 'choice' } as const
    const policy = smallPolicy({ rules: [rule], floors: [] })
    assert.equal(rankedOf(policy, signals).band, band)
    const { bandRank } = rankColumns(policy, columnsOf([signals]))
    assert.equal(policy.bands[bandRank[0] ?? -1]?.id, band)
  }
})

const longCondition: fc.Arbitrary<Condition> = fc
  .tuple(fc.boolean(), fc.array(anyCondition, { minLength: 3, maxLength: 9 }))
  .map(([every, parts]) => (every ? { all: parts } : { any: parts }))

test('conditions of many parts count as they do one by one', () => {
  fc.assert(
    fc.property(longCondition, fc.array(anySignals, { maxLength: 20 }), (when, reports) => {
      const rule = {
        id: 'a',
        when,
        points: 30,
        score: 'risk',
        says: 'Many parts',
        because: 'choice',
      } as const
      const policy = smallPolicy({ rules: [rule] })
      assert.deepEqual([...rankColumns(policy, columnsOf(reports)).order], expectedOrder(policy, reports))
    }),
    { numRuns: 50 },
  )
})

test('rows beyond the first block count as well', () => {
  const columns = emptyColumns(2 * blockRows + 3)
  const sextortion = columns.columns[5]
  const last = columns.rows - 1
  if (sextortion !== undefined) sextortion[last] = columnValue.true
  const ranking = rankColumns(smallPolicy(), columns)
  assert.equal(ranking.order[0], last)
  assert.equal(ranking.riskLow[last], 30)
  assert.equal(ranking.order.length, columns.rows)
})
