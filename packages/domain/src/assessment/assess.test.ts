import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Interval, Signal } from '@opentipline/contract'
import fc from 'fast-check'
import type { Policy } from '../policy/schema.ts'
import { anyGivingPolicy, anyPolicy, smallPolicy } from '../policy/policy.fixture.ts'
import { anySignals, signalsWith } from '../signals/facts.fixture.ts'
import { assess } from './assess.ts'
import { orderNumber } from './order.fixture.ts'

const within = (inner: Interval, outer: Interval): boolean =>
  inner.low >= outer.low && inner.high <= outer.high

const turn = (signals: readonly Signal[], index: number, value: Signal['value']): Signal[] =>
  signals.map((signal, at) => (at === index ? { ...signal, value } : signal))

test('the points of the explanation add up to the low end of each score', () => {
  fc.assert(
    fc.property(anyPolicy, anySignals, (policy, signals) => {
      const { why, risk, actionability } = assess({ policy, signals })
      const sum = (score: string): number =>
        why.filter((entry) => entry.score === score).reduce((total, { points }) => total + points, 0)
      assert.equal(sum('risk'), risk.low)
      assert.equal(sum('actionability'), actionability.score.low)
    }),
  )
})

test('learning a fact only narrows both intervals', () => {
  fc.assert(
    fc.property(anyPolicy, anySignals, fc.nat(), fc.boolean(), (policy, signals, at, value) => {
      const index = at % signals.length
      const before = assess({ policy, signals: turn(signals, index, 'unknown') })
      const after = assess({ policy, signals: turn(signals, index, value ? 'true' : 'false') })
      assert.ok(within(after.risk, before.risk))
      assert.ok(within(after.actionability.score, before.actionability.score))
    }),
  )
})

const usesNot = (policy: Policy): boolean => JSON.stringify(policy).includes('"not"')

test('a further unknown never lowers the risk, its band or its place, where rules only give points for what is so', () => {
  fc.assert(
    fc.property(anyGivingPolicy, anySignals, fc.nat(), (policy, signals, at) => {
      fc.pre(!usesNot(policy))
      const index = at % signals.length
      const denied = assess({ policy, signals: turn(signals, index, 'false') }).risk
      const open = assess({ policy, signals: turn(signals, index, 'unknown') }).risk
      assert.ok(open.high >= denied.high && open.low >= denied.low)
      assert.ok(orderNumber(open, policy) >= orderNumber(denied, policy))
    }),
  )
})

const standing = ({ risk: { low, high, band }, actionability, lane }: ReturnType<typeof assess>) => ({
  band,
  risk: { low, high },
  actionability: actionability.score,
  lane,
})

test('each unknown tells exactly where the report would stand if it were known', () => {
  fc.assert(
    fc.property(anyPolicy, anySignals, (policy, signals) => {
      for (const { signal, ifTrue, ifFalse } of assess({ policy, signals }).unknown) {
        const index = signals.findIndex(({ name }) => name === signal)
        assert.equal(signals[index]?.value, 'unknown')
        assert.deepEqual(ifTrue, standing(assess({ policy, signals: turn(signals, index, 'true') })))
        assert.deepEqual(ifFalse, standing(assess({ policy, signals: turn(signals, index, 'false') })))
      }
    }),
  )
})

test('what is left out of the unknowns moves nothing', () => {
  fc.assert(
    fc.property(anyPolicy, anySignals, fc.nat(), fc.boolean(), (policy, signals, at, value) => {
      const open = signals.map((signal) => ({ ...signal, value: 'unknown' as const }))
      const seen = assess({ policy, signals: open })
      const index = at % open.length
      if (seen.unknown.some(({ signal }) => signal === open[index]?.name)) return
      const after = assess({ policy, signals: turn(open, index, value ? 'true' : 'false') })
      assert.deepEqual(
        [after.risk, after.actionability.score, after.lane],
        [seen.risk, seen.actionability.score, seen.lane],
      )
    }),
  )
})

test('the order of the signals never matters', () => {
  fc.assert(
    fc.property(anyPolicy, anySignals, (policy, signals) => {
      const { signals: _, ...forward } = assess({ policy, signals })
      const { signals: __, ...backward } = assess({ policy, signals: signals.toReversed() })
      assert.deepEqual(forward, backward)
    }),
  )
})

test('a floor forces at least its band, with no points of its own, and is told first', () => {
  const seen = assess({ policy: smallPolicy(), signals: signalsWith({ 'live streaming': 'true' }) })
  assert.equal(seen.risk.band, 'top')
  assert.equal(seen.risk.low, 0)
  assert.deepEqual([seen.why[0]?.floor, seen.why[0]?.points], ['top', 0])
})

test('high risk that cannot be worked goes to enrich, never to a silent close', () => {
  const high = { sextortion: 'true', enticement: 'true' } as const
  assert.equal(assess({ policy: smallPolicy(), signals: signalsWith(high) }).lane, 'enrich')
  assert.equal(
    assess({ policy: smallPolicy(), signals: signalsWith({ ...high, 'exact time': 'true' }) }).lane,
    'now',
  )
})

test('the unknown that moves the report furthest comes first', () => {
  const seen = assess({ policy: smallPolicy(), signals: signalsWith({}) })
  assert.equal(seen.unknown[0]?.signal, 'live streaming')
  assert.equal(seen.unknown[0]?.ifTrue.band, 'top')
})

const port = (more: Record<string, Signal['value']>): string | undefined =>
  assess({ policy: smallPolicy(), signals: signalsWith(more) }).actionability.parts.find(
    ({ part }) => part === 'source port',
  )?.state

test('a port is not needed where the address is one household, and absent where many share it', () => {
  assert.equal(port({ 'address shared by many': 'false' }), 'not needed')
  assert.equal(port({ 'address shared by many': 'true' }), 'absent')
  assert.equal(port({ 'source port': 'true' }), 'present')
  assert.equal(port({}), 'unknown')
})
