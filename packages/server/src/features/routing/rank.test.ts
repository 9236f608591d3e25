import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WhyEntry } from '@opentipline/contract'
import { topReasons } from './rank.ts'

const entry = (says: string, points: number, refs: string[], more: Partial<WhyEntry> = {}): WhyEntry => ({
  rule: says,
  says,
  points,
  score: 'risk',
  evidence: refs.map((ref) => ({ from: 'report', ref })),
  authority: { force: 'guidance', citation: 'Synthetic source 1', status: 'choice' },
  ...more,
})

test('a row shows three reasons at most, floors first, then by points', () => {
  const why = [
    entry('small', 5, ['/a']),
    entry('large', 50, ['/b']),
    entry('floor', 0, ['/c'], { floor: 'high' }),
    entry('middle', 20, ['/d']),
  ]
  assert.deepEqual(topReasons({ why }), ['floor', 'large', 'middle'])
})

test('two rules that rest on the same statements are one reason', () => {
  const why = [
    entry('solicited', 70, ['/x', '/y']),
    entry('enticed', 60, ['/y', '/x']),
    entry('other', 5, ['/z']),
  ]
  assert.deepEqual(topReasons({ why }), ['solicited', 'other'])
})

test('rules without evidence are told apart by their words, and actionability is no reason for risk', () => {
  const why = [entry('one', 3, []), entry('two', 2, []), entry('work', 99, [], { score: 'actionability' })]
  assert.deepEqual(topReasons({ why }), ['one', 'two'])
})
