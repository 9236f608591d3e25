#!/usr/bin/env node
/** `npm test`: installs what is missing, then runs everything with Node 24. Needs Node 20 and npm. */
import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { root, runWithNode24 } from './node24.mjs'

const fault = ensureInstalled(root)
if (fault) {
  console.error(fault)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
} else runWithNode24(join(root, 'scripts/test/main.ts'), process.argv.slice(2))
