import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyPolicy, smallPolicy } from '../policy/policy.fixture.ts'
import { anySignals, signalsWith } from '../signals/facts.fixture.ts'
import { columnsOf, previewPolicy } from './preview-policy.ts'

const reports = [signalsWith({ enticement: 'true' }), signalsWith({ sextortion: 'true' }), signalsWith({})]

test('a policy that did not change moves nobody', () => {
  fc.assert(
    fc.property(anyPolicy, fc.array(anySignals, { maxLength: 12 }), (policy, some) => {
      assert.deepEqual(previewPolicy(policy, policy, columnsOf(some), 1).moves, [])
    }),
  )
})

test('whoever rises across the line pushes somebody down across it', () => {
  fc.assert(
    fc.property(
      anyPolicy,
      anyPolicy,
      fc.array(anySignals, { maxLength: 12 }),
      fc.nat(12),
      (a, b, some, line) => {
        const { crossed } = previewPolicy(a, b, columnsOf(some), line)
        assert.equal(crossed.up, crossed.down)
      },
    ),
  )
})

test('a rule that gives more moves its report up, and the move is told with both places and bands', () => {
  const edited = smallPolicy({
    rules: smallPolicy().rules.map((rule) => (rule.id === 'b' ? { ...rule, points: 60 } : rule)),
  })
  const { moves, crossed } = previewPolicy(smallPolicy(), edited, columnsOf(reports), 1)
  assert.deepEqual(moves, [
    { row: 0, from: { place: 2, band: 'middle' }, to: { place: 1, band: 'top' } },
    { row: 1, from: { place: 1, band: 'middle' }, to: { place: 2, band: 'middle' } },
  ])
  assert.deepEqual(crossed, { up: 1, down: 1 })
})
