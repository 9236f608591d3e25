import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { restartDelayMaxMs, restartDelayMs } from './limits.ts'
import { restartPauseMs } from './supervise.ts'

test('the pause before a restart begins short, never shrinks, and has a limit', () => {
  assert.equal(restartPauseMs(1), restartDelayMs)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (crashes) => {
      assert.ok(restartPauseMs(crashes) <= restartPauseMs(crashes + 1))
      assert.ok(restartPauseMs(crashes) <= restartDelayMaxMs)
    }),
  )
})
