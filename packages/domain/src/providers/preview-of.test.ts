import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyReport, missingParts } from '@opentipline/contract'
import fc from 'fast-check'
import { emptyParty, reportWith } from '../identifiers/reports.fixture.ts'
import { anyPolicy, smallPolicy } from '../policy/policy.fixture.ts'
import { signalRegistry } from '../signals/registry.ts'
import { previewOf } from './preview-of.ts'

const at = '2026-11-22T00:00:00Z'
const advice = new Set(signalRegistry.flatMap(({ providerAdvice }) => providerAdvice ?? []))

const stateOf = (report: ReturnType<typeof reportWith>) =>
  previewOf(report, smallPolicy(), at).parts.find(({ part }) => part === 'where the subject is')?.state

test('a stated address of the reported person makes it known where the subject is', () => {
  assert.notEqual(stateOf(emptyReport('reporting-xml')), 'present')
  const party = emptyParty('reported')
  const addresses = [{ city: 'Springfield', state: 'WI', country: 'US', street: '1 Example Street' }]
  const located = reportWith({ parties: [{ ...party, person: { phones: [], emails: [], addresses } }] })
  assert.equal(stateOf(located), 'present')
})

test('whatever the policy, a preview has the five parts and only what may be told to a provider', () => {
  fc.assert(
    fc.property(anyPolicy, (policy) => {
      const { parts, couldAdd } = previewOf(emptyReport('reporting-xml'), policy, at)
      assert.deepEqual(
        parts.map(({ part }) => part),
        [...missingParts],
      )
      assert.ok(couldAdd.length <= 5 && new Set(couldAdd).size === couldAdd.length)
      for (const each of couldAdd) assert.ok(advice.has(each), each)
    }),
    { numRuns: 50 },
  )
})
