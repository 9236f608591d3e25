#!/usr/bin/env node
/** The command `tipline`, with Node 24 whatever Node runs this. */
import { fileURLToPath } from 'node:url'
import { runWithNode24 } from '../../../scripts/node24.mjs'

runWithNode24(fileURLToPath(new URL('../src/main.ts', import.meta.url)), process.argv.slice(2))
