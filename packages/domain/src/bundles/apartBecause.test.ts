import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlaceFact } from '@opentipline/contract'
import { signalRegistry } from '../signals/registry.ts'
import { valuesOf } from '../assessment/values-of.ts'
import { apartBecause } from './apartBecause.ts'

const withTrue = (...names: string[]) =>
  valuesOf(names.map((name) => ({ name, value: 'true' as const, evidence: [] })))

test('a member of which nothing is known but the item is covered', () => {
  assert.deepEqual(apartBecause(withTrue('viral item', 'file included', 'subject located'), []), [])
})

test('what is unknown pulls nobody out', () => {
  assert.deepEqual(apartBecause(valuesOf([]), []), [])
})

test('every aggravating or locating signal pulls a member out, in the words of its question', () => {
  for (const name of ['crisis stated', 'child located', 'prior sexual convictions']) {
    const definition = signalRegistry.find((each) => each.name === name)
    assert.ok(definition, name)
    assert.deepEqual(apartBecause(withTrue(name, 'viral item'), []), [definition.question])
  }
})

test('every intelligence signal that weighs on the reported person is one of them', () => {
  const intelligence = signalRegistry.filter((each) => each.class === 'intelligence').map((each) => each.name)
  const covered = intelligence.filter((name) => apartBecause(withTrue(name), []).length === 0)
  assert.deepEqual(covered, ['other convictions', 'substance misuse', 'pattern of two years or more'])
})

const place = (kind: PlaceFact['kind']): PlaceFact => ({
  role: 'subject',
  kind,
  basis: 'stated',
  specificity: 'city',
  confidence: 'medium',
  country: 'US',
  region: 'WI',
  city: 'Sampleville',
  evidence: { from: 'report', ref: '/parties/0' },
})

test('a place of the reported person pulls a member out, but not the one of its network address', () => {
  assert.deepEqual(apartBecause(valuesOf([]), [place('ip location')]), [])
  assert.equal(apartBecause(valuesOf([]), [place('ip location'), place('stated address')]).length, 1)
})

test('a doubtful or a coarse place of the reported person, and one of a recipient, pull nobody out', () => {
  const stated = place('stated address')
  const others: PlaceFact[] = [
    { ...stated, confidence: 'low' },
    { ...stated, specificity: 'region' },
    { ...stated, role: 'recipient' },
  ]
  for (const other of others) assert.deepEqual(apartBecause(valuesOf([]), [other]), [])
})
