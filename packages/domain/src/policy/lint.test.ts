import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lintPolicy } from './lint.ts'
import { smallPolicy } from './policy.fixture.ts'
import type { Policy, PolicyFloor, PolicyRule } from './schema.ts'

const rule = (more: Partial<PolicyRule>): PolicyRule => ({
  id: 'x',
  when: 'sextortion',
  points: 60,
  score: 'risk',
  says: 'X',
  because: 'choice',
  ...more,
})
const floor = (more: Partial<PolicyFloor>): PolicyFloor => ({
  id: 'f',
  when: 'enticement',
  band: 'top',
  says: 'F',
  because: 'choice',
  ...more,
})
const found = (more: Partial<Policy>): string[] =>
  lintPolicy(smallPolicy({ workableAt: 0, ...more })).map(({ path, message }) => `${path} ${message}`)

test('a policy in order has nothing to tell', () => assert.deepEqual(lintPolicy(smallPolicy()), []))

test('a band that no points and no floor reach', () => {
  assert.match(
    found({ rules: [rule({ points: 20 })], floors: [] })[0] ?? '',
    /^\/bands\/0 no report can reach "top"/,
  )
})

test('a floor inside another floor overlaps, whichever of two equal ones is told', () => {
  const inside = [floor({}), floor({ id: 'g', when: { all: ['enticement', 'sextortion'] }, band: 'middle' })]
  assert.deepEqual(found({ rules: [rule({})], floors: inside }), [
    '/floors/1 overlaps: wherever it holds, "f" already forces top',
  ])
  const equal = [floor({}), floor({ id: 'g' })]
  assert.equal(found({ rules: [rule({})], floors: equal }).length, 1)
  const apart = [floor({}), floor({ id: 'g', when: 'sextortion' })]
  assert.deepEqual(found({ rules: [rule({})], floors: apart }), [])
})

test('a floor inside another one that forces less does not overlap', () => {
  const raising = [
    floor({ band: 'middle' }),
    floor({ id: 'g', when: { all: ['enticement', 'sextortion'] }, band: 'top' }),
  ]
  assert.deepEqual(found({ rules: [rule({})], floors: raising }), [])
})

test('rules without effect: no points, never holding, always holding', () => {
  const never = rule({ id: 'n', when: { all: ['enticement', { not: 'enticement' }] } })
  const always = rule({ id: 'w', when: { any: ['enticement', { not: 'enticement' }] } })
  const texts = found({ rules: [rule({}), never, always, rule({ id: 'z', points: 0 })] })
  assert.deepEqual(
    texts.map((text) => text.split(' ')[0]),
    ['/rules/1/when', '/rules/2/when', '/rules/3/points'],
  )
})

test('points taken away, an authority nobody cites and an unreachable actionability are told', () => {
  const cited = { force: 'guidance', citation: 'A test', status: 'choice' } as const
  const texts = found({
    rules: [rule({}), rule({ id: 'm', points: -5 })],
    authorities: { choice: cited, spare: cited },
    workableAt: 5,
  })
  assert.deepEqual(
    texts.map((text) => text.split(' ')[0]),
    ['/rules/1/points', '/workableAt', '/authorities/spare'],
  )
})
