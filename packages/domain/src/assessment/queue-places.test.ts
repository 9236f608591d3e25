import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Assessment } from '@opentipline/contract'
import fc from 'fast-check'
import { anyPolicy } from '../policy/policy.fixture.ts'
import { signalRegistry } from '../signals/registry.ts'
import { assess } from './assess.ts'
import { comparePlaces, placeUnknowns, queuePlace, type QueueSpot, type QueueStep } from './queue-places.ts'

const spot: fc.Arbitrary<QueueSpot> = fc.record({
  lane: fc.constantFrom('now', 'work', 'enrich'),
  bandRank: fc.integer({ min: 0, max: 2 }),
  risk: fc
    .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }))
    .map(([low, more]) => ({ low, high: low + more })),
})
const end = fc.constantFrom('low' as const, 'high' as const)
const stepOf = (each: QueueSpot): QueueStep => ({ ...each, tips: 1, before: 0 })

test('the place is the one that sorting the whole lane gives', () => {
  fc.assert(
    fc.property(fc.array(spot, { maxLength: 30 }), spot, end, (others, mine, by) => {
      const lane = [mine, ...others.filter((each) => each.lane === mine.lane)]
      const sorted = lane.toSorted((a, b) => comparePlaces(a, b, by))
      assert.equal(queuePlace(others.map(stepOf), mine, by), 1 + sorted.indexOf(mine))
    }),
    { numRuns: 300 },
  )
})

test('tips on the same spot are before it only as far as they are said to be', () => {
  const mine: QueueSpot = { lane: 'work', bandRank: 1, risk: { low: 2, high: 4 } }
  assert.equal(queuePlace([{ ...mine, tips: 5, before: 3 }], mine, 'low'), 4)
})

const values = fc.array(fc.constantFrom('true' as const, 'false' as const, 'unknown' as const), {
  minLength: signalRegistry.length,
  maxLength: signalRegistry.length,
})
const assessed = fc.tuple(values, anyPolicy).map(([drawn, policy]) => ({
  policy,
  assessment: assess({
    policy,
    signals: signalRegistry.map(({ name }, at) => ({ name, value: drawn[at] ?? 'unknown', evidence: [] })),
  }),
}))

test('each unknown keeps what it says, and bands go before lanes and lanes before places', () => {
  fc.assert(
    fc.property(assessed, fc.array(spot, { maxLength: 40 }), ({ assessment, policy }, others) => {
      const placed = placeUnknowns({ assessment, policy, label: null, others: others.map(stepOf) })
      assert.deepEqual(
        placed.map(({ signal }) => signal).toSorted(),
        assessment.unknown.map(({ signal }) => signal).toSorted(),
      )
      for (const { ifTrue, ifFalse } of placed)
        assert.ok((ifTrue.place ?? 0) >= 1 && (ifFalse.place ?? 0) >= 1)
      const bands = placed.map((entry) => bandsMoved(assessment, policy, entry))
      assert.deepEqual(
        bands,
        bands.toSorted((a, b) => b - a),
      )
    }),
    { numRuns: 100 },
  )
})

type Placed = ReturnType<typeof placeUnknowns>[number]

const bandsMoved = (
  { risk }: Assessment,
  { bands }: { bands: readonly { id: string }[] },
  { ifTrue, ifFalse }: Placed,
): number => {
  const rank = (band: string): number => bands.findIndex(({ id }) => id === band)
  return Math.max(
    Math.abs(rank(ifTrue.band) - rank(risk.band)),
    Math.abs(rank(ifFalse.band) - rank(risk.band)),
  )
}

test('a person’s label decides the lane either way would give', () => {
  const [sample] = fc.sample(assessed, { numRuns: 1, seed: 7 })
  assert.ok(sample)
  const placed = placeUnknowns({ ...sample, label: 'informational', others: [] })
  for (const { ifTrue, ifFalse } of placed)
    for (const { lane } of [ifTrue, ifFalse]) assert.notEqual(lane, 'work')
})
