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

test('what a tip cannot give is listed as unknown, not taken for zero', () => {
  const [view] = comparePolicies([narrow], signalsWith({})).views
  assert.deepEqual(view?.unknownInputs, ['Grooming', 'Time in prison'])
  assert.equal(
    comparePolicies([narrow], signalsWith({ enticement: 'true' })).views[0]?.unknownInputs.length,
    1,
  )
})
