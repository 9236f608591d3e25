import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyActions } from '@opentipline/contract'
import fc from 'fast-check'
import { keyFaults, keysOf, usualKeys } from './keys.ts'

const keys = fc.constantFrom(...'jkoxX/pdrhqnuz?abw'.split(''))
const changes = fc.uniqueArray(fc.record({ action: fc.constantFrom(...keyActions), key: fc.option(keys) }), {
  selector: ({ action }) => action,
})

test('the usual keys do one thing each', () => {
  assert.deepEqual(keyFaults([]), [])
  assert.equal(new Set(Object.values(usualKeys)).size, keyActions.length)
})

test('a change is told exactly where a key would do two things, and then with all of them', () => {
  fc.assert(
    fc.property(changes, (list) => {
      const used = Object.values(keysOf(list)).filter((key) => key !== null)
      const twice = new Set(used.filter((key, at) => used.indexOf(key) !== at))
      const faults = keyFaults(list)
      assert.deepEqual(new Set(faults.map(({ key }) => key)), twice)
      for (const { key, actions } of faults)
        assert.deepEqual(
          actions,
          keyActions.filter((action) => keysOf(list)[action] === key),
        )
    }),
    { numRuns: 300 },
  )
})

test('two actions may change places, and one may have no key', () => {
  assert.deepEqual(
    keyFaults([
      { action: 'pursue', key: 'd' },
      { action: 'decline', key: 'p' },
      { action: 'hold', key: null },
    ]),
    [],
  )
  assert.deepEqual(keyFaults([{ action: 'pursue', key: 'd' }]), [
    { key: 'd', actions: ['pursue', 'decline'] },
  ])
})
