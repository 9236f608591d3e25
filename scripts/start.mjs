#!/usr/bin/env node
/** `npm start`: installs and builds what is missing, then starts OpenTipline with Node 24. Needs Node 20 and npm. */
import { join } from 'node:path'
import { ensureDesk } from './build-desk.mjs'
import { ensureInstalled } from './install.mjs'
import { root, runWithNode24 } from './node24.mjs'

const fault = ensureInstalled(root) ?? ensureDesk()
if (fault) {
  console.error(fault)
  process.exitCode = 1
} else runWithNode24(join(root, 'packages/cli/src/main.ts'), ['start', ...process.argv.slice(2)])
