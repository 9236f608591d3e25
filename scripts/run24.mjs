#!/usr/bin/env node
/** Runs a TypeScript file with Node 24, whatever Node runs this: `node scripts/run24.mjs FILE args`. */
import { runWithNode24 } from './node24.mjs'

const [file, ...args] = process.argv.slice(2)
if (file) runWithNode24(file, args)
else {
  console.error('Usage: node scripts/run24.mjs FILE [arguments]')
  process.exitCode = 2
}
