import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allLimits, limitsOf } from './limits.ts'

test('a limit is read with its value and its reason', () => {
  const text =
    '/**\n * Bytes of a thing,\n * because of a reason.\n */\nexport const thingBytesMax = 16 * 1_024\n'
  assert.deepEqual(limitsOf(text, 'a.ts'), [
    {
      name: 'thingBytesMax',
      value: '16 × 1,024',
      why: 'Bytes of a thing, because of a reason.',
      file: 'a.ts',
    },
  ])
  assert.deepEqual(limitsOf('const thingMax = 3\n', 'a.ts'), [], 'one without a reason is none')
})

test('the limits of the door are among them, each with a reason', () => {
  const found = allLimits()
  for (const name of [
    'jsonBytesMax',
    'headerBytesMax',
    'jsonDepthMax',
    'callsPerMinuteOfPersonMax',
    'uploadBytesMaxUsual',
  ])
    assert.ok(
      found.some((limit) => limit.name === name),
      name,
    )
  for (const { name, why } of found) assert.ok(why.length > 10, name)
})
