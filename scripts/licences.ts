/** Prints every package of the lock with its version and licence: `npm run licences`. Exit code 1 if one may not come. */
import { fileURLToPath } from 'node:url'
import { licenceFault } from './licences/policy.ts'
import { readLock } from './licences/read-lock.ts'

const packages = readLock(fileURLToPath(new URL('..', import.meta.url)))

for (const { name, version, licence, development, optional } of packages) {
  const notes = [development ? 'development' : '', optional ? 'some platforms' : ''].filter((note) => note)
  console.log([name, version, licence, notes.join(', ')].join('\t'))
}
const faults = packages.flatMap((each) => licenceFault(each) ?? [])
console.error(`${packages.length} packages, ${faults.length} under a licence that is not allowed.`)
for (const fault of faults) console.error(fault)
process.exitCode = faults.length === 0 ? 0 : 1
