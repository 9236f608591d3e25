/**
 * Runs the benches one after the other, each in a process of its own: `npm run bench`, or `npm run bench -- vault pdq`.
 * They print ratios to a baseline or a limit in the same run: machines are shared, and a time alone says little.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const benches = {
  'main-job': new URL('./main-job.ts', import.meta.url),
  judgement: new URL('./judgement.ts', import.meta.url),
  links: new URL('./links.ts', import.meta.url),
  pdq: new URL('./pdq.ts', import.meta.url),
  ledger: new URL('./ledger.ts', import.meta.url),
  vault: new URL('./vault.ts', import.meta.url),
  locks: new URL('./locks.ts', import.meta.url),
  'main-thread': new URL('./main-thread.ts', import.meta.url),
  desk: new URL('./desk.ts', import.meta.url),
  clocks: new URL('./clocks.ts', import.meta.url),
  'report-bundles': new URL('./report-bundles.ts', import.meta.url),
}
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !Object.hasOwn(benches, name))
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}
for (const [name, file] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n== ${name}`)
  const { status } = spawnSync(process.execPath, [fileURLToPath(file)], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
