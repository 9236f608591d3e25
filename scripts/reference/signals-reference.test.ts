import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { signalsReference } from './signals-reference.ts'

test('docs/reference/signals.md is what the signals say today', () => {
  const written = readFileSync(join(import.meta.dirname, '../../docs/reference/signals.md'), 'utf8')
  assert.equal(written, signalsReference(), 'run: node scripts/run24.mjs scripts/generate-signals.ts')
})
