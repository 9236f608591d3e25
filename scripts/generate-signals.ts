import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { signalsReference } from './reference/signals-reference.ts'

/** Writes docs/reference/signals.md from the signals themselves: `node scripts/run24.mjs scripts/generate-signals.ts`. */
if (import.meta.main)
  writeFileSync(join(import.meta.dirname, '../docs/reference/signals.md'), signalsReference())
