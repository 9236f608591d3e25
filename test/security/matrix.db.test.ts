/** Every operation x every role x every standing against the oracle: in the table and over HTTP. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { type OperationName, operations, roles } from '@opentipline/contract'
import { permissionTable, relations, tipActsEn } from '@opentipline/domain'
import { randomFrom } from '../faults/support/random.ts'
import { startTestServer } from '../support/server.ts'
import { openCrossing, repeatable, wanted } from './support/crossing.ts'
import { type Member, places } from './support/staff.ts'
import { agree, differences, signedInOperations } from './support/table-differences.ts'

const triplesInProcess = 10_000
const { pick } = randomFrom(Number(process.env.TIPLINE_SEED ?? 1))

const server = await startTestServer()
const { staff, ask, check, proveAll, isInNobodysWay } = await openCrossing(server)

test('the oracle is short enough to be read', async () => {
  const lines = (await readFile(new URL('./oracle.ts', import.meta.url), 'utf8')).split('\n')
  assert.ok(lines.length <= 151, `${lines.length} lines`)
})

test('the permission table and the oracle agree on every operation, role and relation', () => {
  assert.deepEqual(differences(permissionTable), [])
})

test(`the permission table and the oracle agree on ${triplesInProcess} random triples`, () => {
  for (let n = 0; n < triplesInProcess; n++) {
    const [operation, role, relation] = [pick(signedInOperations), pick(roles), pick(relations)]
    assert.ok(agree(permissionTable, operation, role, relation), `${operation}, ${role}, ${relation}`)
  }
})

test('removing any one line of the table, or any one role of a line, is found', () => {
  const survivors = permissionTable.flatMap((line, index) => {
    const without = permissionTable.toSpliced(index, 1)
    const narrower = line.roles.map((role) =>
      permissionTable.with(index, { ...line, roles: line.roles.filter((each) => each !== role) }),
    )
    return [without, ...narrower]
      .filter((mutant) => differences(mutant).length === 0)
      .map(() => `${line.operation}, ${line.relation}`)
  })
  assert.deepEqual(survivors, [])
})

test('adding any one role to any one line of the table is found', () => {
  const survivors = permissionTable.flatMap((line, index) =>
    roles
      .filter((role) => !line.roles.includes(role))
      .map((role) => permissionTable.with(index, { ...line, roles: [...line.roles, role] }))
      .filter((mutant) => differences(mutant).length === 0)
      .map(() => `${line.operation}, ${line.relation}`),
  )
  assert.deepEqual(survivors, [])
})

/** Calls at a time where none can be in another's way: fewer than the server's connections. */
const atATime = 6

const checkAll = async (operation: OperationName): Promise<string[]> => {
  const together = staff.filter((who) => isInNobodysWay(operation, who))
  const alone = staff.filter((who) => !together.includes(who))
  const wrong: string[] = []
  await Promise.all(
    Array.from({ length: atATime }, async () => {
      for (let who = together.pop(); who; who = together.pop()) wrong.push(...(await check(operation, who)))
    }),
  )
  for (const who of alone) wrong.push(...(await check(operation, who)))
  return wrong
}

for (const operation of repeatable)
  test(`over HTTP, ${operation} answers each role at each agency as the design says`, async () => {
    await proveAll()
    assert.deepEqual(await checkAll(operation), [])
  })

test('every refusal is in the ledger, by whom and of what', async () => {
  const [refusals] = await server.database.query<{ refused: number; people: number }>(
    `select count(*)::int as refused, count(distinct actor)::int as people from ledger_entry
     where action = 'operation.denied' and actor like 'person:%'`,
  )
  assert.ok((refusals?.refused ?? 0) > 300, JSON.stringify(refusals))
  assert.equal(refusals?.people, places.length * roles.length)
})

test('whatever is written down about a tip has its words in the tip’s history', async () => {
  const written = await server.database.query<{ action: string }>(
    `select distinct action from ledger_entry where object_kind = 'tip' order by action`,
  )
  assert.ok(written.length > 35, `${written.length} acts`)
  assert.deepEqual(
    written.map(({ action }) => action).filter((action) => !(action in tipActsEn)),
    [],
  )
})

/** Said by the answer itself: a page of the ledger tells of others who were asked for it. */
const asksForProof = async (operation: OperationName, who: Member): Promise<boolean> => {
  const { status, text } = await ask({ operation, who, proofIsOld: true })
  return status === 401 && JSON.parse(text).code === 'step-up-needed'
}

test('exactly the operations that the contract says so of ask for a fresh proof, and only of those who may', async () => {
  const wrong: string[] = []
  for (const operation of repeatable) {
    await proveAll()
    const may = staff.find((who) => wanted(operation, who) === 'done')
    const mayNot = staff.find((who) => wanted(operation, who) === 'refused')
    if (may && (await asksForProof(operation, may)) !== 'stepUp' in operations[operation])
      wrong.push(`${operation}, ${may.role}`)
    if (mayNot && (await asksForProof(operation, mayNot)))
      wrong.push(`${operation}, ${mayNot.role}, who may not`)
  }
  await proveAll()
  assert.deepEqual(wrong, [])
})

test('nobody takes back a colleague’s decision', async () => {
  const supervisor = staff.find((each) => each.role === 'agency supervisor' && each.place === 'wi-wisconsin')
  const [decision] = await server.database.query<{ id: string }>(
    `select decision_id as id from decision where person_id = 'officer-wi-wisconsin' and undone_at is null limit 1`,
  )
  const answer = await fetch(`${server.address}/api/decisions/${decision?.id}/undo`, {
    method: 'POST',
    headers: { cookie: supervisor?.cookie ?? '' },
  })
  assert.equal(answer.status, 403, await answer.text())
})

test('without a session, and after it ended, no operation but the open ones answers', async () => {
  const ended = staff.filter((each) => each.place === 'wa-washington')
  for (const who of ended) assert.deepEqual(await check('endSession', who), [])
  for (const who of ended) assert.equal((await ask({ operation: 'readSession', who })).status, 401)
  const nobody = { ...(ended[0] ?? staff[0]), cookie: '' } as Member
  for (const operation of signedInOperations)
    assert.equal((await ask({ operation, who: nobody })).status, 401, operation)
})
