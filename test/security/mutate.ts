/**
 * The mutation run of the two locks: `node test/security/mutate.ts`. Removes each line and each role of the permission
 * table, drops and widens each policy, opens each guarded table, and prints what nothing noticed. Exit code 1 if any.
 */
import { permissionTable } from '@opentipline/domain'
import { freshDatabase } from '../support/database.ts'
import { mutants, survivors } from './rows/mutants.ts'
import { guardedTables, plantSeed } from './rows/plant.ts'
import { differences } from './support/table-differences.ts'

// A fault that is there already would find every mutant.
const before = differences(permissionTable)
if (before.length > 0) throw new Error(`the table and the oracle differ already: ${before.join('; ')}`)

const narrower = permissionTable.flatMap((line, index) => [
  { name: `remove ${line.operation}, ${line.relation}`, table: permissionTable.toSpliced(index, 1) },
  ...line.roles.map((role) => ({
    name: `take ${role} from ${line.operation}, ${line.relation}`,
    table: permissionTable.with(index, { ...line, roles: line.roles.filter((each) => each !== role) }),
  })),
])
const tableSurvivors = narrower.filter(({ table }) => differences(table).length === 0).map(({ name }) => name)

const ends: (() => Promise<void>)[] = []
const database = await freshDatabase({ after: (end) => ends.push(end) })
await plantSeed(database.url)
const policyMutants = await mutants(database.url)
const policySurvivors = await survivors(database.url, await guardedTables(database.url), policyMutants)
for (const end of ends) await end()

console.log(`Permission table: ${narrower.length} mutants, ${tableSurvivors.length} survive.`)
console.log(`Row security: ${policyMutants.length} mutants, ${policySurvivors.length} survive.`)
for (const survivor of [...tableSurvivors, ...policySurvivors]) console.log(`  ${survivor}`)
process.exitCode = tableSurvivors.length + policySurvivors.length === 0 ? 0 : 1
