import assert from 'node:assert/strict'
import { test } from 'node:test'
import { smallPolicy } from '../policy/policy.fixture.ts'
import { signalsWith } from '../signals/facts.fixture.ts'
import { comparePolicies } from './compare-policies.ts'

const cautious = smallPolicy()
const narrow = smallPolicy({
  id: 'narrow',
  name: 'Narrow',
  rules: [{ id: 'a', when: 'enticement', points: 50, score: 'risk', says: 'E', because: 'choice' }],
  inputs: [{ variable: 'Grooming', signal: 'enticement' }, { variable: 'Time in prison' }],
})

test('policies that see a report alike do not disagree', () => {
  assert.deepEqual(
    comparePolicies([cautious, cautious], signalsWith({ sextortion: 'true' })).disagreements,
    [],
  )
})

test('policies that differ on the lane are told, with the bands in words', () => {
  const { views, disagreements } = comparePolicies([cautious, narrow], signalsWith({ sextortion: 'true' }))
  assert.deepEqual(
    views.map(({ band, height }) => [band, height]),
    [
      ['middle', 2],
      ['bottom', 3],
    ],
  )
  assert.deepEqual(disagreements, ['Small says middle (enrich), Narrow says bottom (work)'])
})

test('on one lane, bands half a scale apart are told, and nearer ones are not', () => {
  const onOneLane = { lanes: { now: [], enrich: [] } }
  const bands = ['top', 'high', 'middle', 'bottom'].map((id, at) => ({
    id,
    says: id,
    ...(id === 'bottom' ? {} : { atLeast: [60, 40, 20][at] ?? 0 }),
  }))
  const seesNothing = smallPolicy({ ...onOneLane, name: 'Blind', rules: [] })
  const disagreements = (sees: typeof cautious): number => {
    const compared = comparePolicies([sees, seesNothing], signalsWith({ sextortion: 'true' }))
    assert.deepEqual(
      compared.views.map(({ band }) => band),
      ['middle', 'bottom'],
    )
    assert.equal(new Set(compared.views.map(({ lane }) => lane)).size, 1)
    return compared.disagreements.length
  }
  assert.equal(disagreements(smallPolicy(onOneLane)), 1, 'the second of three and the third')
  assert.equal(
    disagreements(smallPolicy({ ...onOneLane, bands })),
    0,
    'the third of four and the last of three',
  )
})

test('what a tip cannot give is listed as unknown, not taken for zero', () => {
  const [view] = comparePolicies([narrow], signalsWith({})).views
  assert.deepEqual(view?.unknownInputs, ['Grooming', 'Time in prison'])
  assert.equal(
    comparePolicies([narrow], signalsWith({ enticement: 'true' })).views[0]?.unknownInputs.length,
    1,
  )
})
