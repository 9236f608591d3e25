import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  afterReferral,
  openOffer,
  ownerOf,
  type ReferralAct,
  type ReferralChain,
  referralRefusal,
} from './chain.ts'

const agencies = ['a', 'b', 'c', 'd'] as const
const agency = fc.constantFrom(...agencies)
const anyAct: fc.Arbitrary<ReferralAct> = fc.oneof(
  fc.record({ act: fc.constant('offer' as const), by: agency, to: agency }),
  fc.record({ act: fc.constantFrom('accept' as const, 'return' as const, 'withdraw' as const), by: agency }),
)
const start: ReferralChain = { root: 'a', links: [] }
const run = (acts: readonly ReferralAct[]): ReferralChain[] => {
  const states = [start]
  for (const act of acts) states.push(afterReferral(states.at(-1) ?? start, act))
  return states
}

test('whatever is tried in whatever order, there is one owner, who is the root or has accepted, and one open offer at most', () => {
  fc.assert(
    fc.property(fc.array(anyAct, { maxLength: 40 }), (acts) => {
      for (const chain of run(acts)) {
        const owner = ownerOf(chain)
        assert.ok(
          owner === chain.root || chain.links.some(({ to, state }) => to === owner && state === 'accepted'),
        )
        const open = chain.links.filter(({ state }) => state === 'offered')
        assert.ok(open.length <= 1)
        if (open[0]) assert.equal(open[0].from, owner, 'who offers is the owner until it is accepted')
      }
    }),
  )
})

test('the owner changes by an acceptance or a return, and by nothing else', () => {
  fc.assert(
    fc.property(fc.array(anyAct, { maxLength: 40 }), (acts) => {
      const states = run(acts)
      acts.forEach((act, index) => {
        const [before, after] = [states[index] ?? start, states[index + 1] ?? start]
        if (ownerOf(before) === ownerOf(after)) return
        assert.ok(act.act === 'accept' || act.act === 'return')
        if (act.act === 'accept') assert.equal(ownerOf(after), act.by)
        else assert.equal(ownerOf(before), act.by)
      })
    }),
  )
})

test('what ended stays as it ended, and a refused act changes nothing', () => {
  fc.assert(
    fc.property(fc.array(anyAct, { maxLength: 40 }), (acts) => {
      const states = run(acts)
      acts.forEach((act, index) => {
        const [before, after] = [states[index] ?? start, states[index + 1] ?? start]
        if (referralRefusal(before, act) !== undefined) assert.equal(after, before)
        before.links.forEach((link, at) => {
          if (link.state === 'returned' || link.state === 'withdrawn')
            assert.equal(after.links[at]?.state, link.state)
          if (link.state === 'accepted') assert.notEqual(after.links[at]?.state, 'withdrawn')
        })
      })
    }),
  )
})

test('an open offer can always be ended by either side, so that nothing is stuck between two agencies', () => {
  fc.assert(
    fc.property(fc.array(anyAct, { maxLength: 40 }), (acts) => {
      for (const chain of run(acts)) {
        const offer = openOffer(chain)
        if (!offer) continue
        for (const act of ['accept', 'return'] as const)
          assert.equal(referralRefusal(chain, { act, by: offer.to }), undefined)
        assert.equal(referralRefusal(chain, { act: 'withdraw', by: offer.from }), undefined)
      }
    }),
  )
})

test('a to b to c, and back again', () => {
  const acts: ReferralAct[] = [
    { act: 'offer', by: 'a', to: 'b' },
    { act: 'accept', by: 'b' },
    { act: 'offer', by: 'b', to: 'c' },
    { act: 'accept', by: 'c' },
    { act: 'return', by: 'c' },
    { act: 'return', by: 'b' },
  ]
  assert.deepEqual(run(acts).map(ownerOf), ['a', 'a', 'b', 'b', 'c', 'b', 'a'])
})
