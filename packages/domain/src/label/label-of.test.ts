import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { valuesOf } from '../assessment/values-of.ts'
import { signalNamesOf } from '../policy/condition.ts'
import { signalNamed } from '../signals/registry.ts'
import { anySignals, signalsWith } from '../signals/facts.fixture.ts'
import { labelBecause, labelOf } from './label-of.ts'
import { labelRules } from './rules.ts'

const label = (given: Parameters<typeof signalsWith>[0]): string => labelOf(valuesOf(signalsWith(given)))
const because = (given: Parameters<typeof signalsWith>[0]): string =>
  labelBecause(valuesOf(signalsWith(given)))

test('every label rule reads signals that exist', () => {
  for (const { when } of labelRules)
    for (const name of signalNamesOf(when)) assert.ok(signalNamed(name), name)
})

test('user details, a file and a location make a referral; what is lacking is told', () => {
  assert.equal(
    label({ 'subject identified': 'true', 'file described': 'true', 'subject located': 'true' }),
    'referral',
  )
  assert.equal(label({ 'subject identified': 'true', 'file described': 'true' }), 'informational')
  assert.match(
    because({ 'subject identified': 'true', 'file described': 'true' }),
    /lacks a possible location\./,
  )
})

test("a stated danger outweighs thinness, virality and the provider's own mark", () => {
  assert.equal(label({ sextortion: 'true' }), 'referral')
  assert.equal(
    label({ sextortion: 'true', 'viral item': 'true', 'marked informational': 'true' }),
    'referral',
  )
})

test('a viral item is informational unless a child may be identified from it', () => {
  const whole = {
    'subject identified': 'true',
    'file described': 'true',
    'subject located': 'true',
    'viral item': 'true',
  } as const
  assert.equal(label(whole), 'informational')
  assert.equal(label({ ...whole, 'child identifiable': 'true' }), 'referral')
})

test('any signals get a label and a reason', () => {
  fc.assert(fc.property(anySignals, (signals) => labelBecause(valuesOf(signals)).endsWith('.')))
})
