/** Every operation x every role x every standing, and random triples, against the oracle: in the table and over HTTP. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { type OperationName, operations, roles } from '@opentipline/contract'
import { permissionTable, relations } from '@opentipline/domain'
import { startTestServer } from '../support/server.ts'
import { type Answer, oracle, type Standing } from './oracle.ts'
import { type Member, type Place, places, staffOf } from './support/staff.ts'
import { agree, differences, signedInOperations } from './support/table-differences.ts'
import { askerOf, type Reply } from './support/things.ts'

const isEmbedded = process.env.TIPLINE_TEST_POSTGRES_KIND !== 'system'
/** Random triples over HTTP: the answer is the program's, whichever PostgreSQL it has; so all of them on one, and some on the other. */
const triplesOverHttp = Number(process.env.TIPLINE_TRIPLES ?? (isEmbedded ? 10_000 : 400))
const triplesInProcess = 10_000
const seed = Number(process.env.TIPLINE_SEED ?? 1)

/** mulberry32. */
const random = ((state: number) => (below: number) => {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
})(seed)
const pick = <T>(list: readonly T[]): T => {
  const found = list[random(list.length)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

const server = await startTestServer()
const staff = await staffOf(server)
const ask = await askerOf(server, staff)

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

const placeStanding: Record<Place, Standing> = {
  'wi-wisconsin': 'own agency',
  'wa-washington': 'other agency',
  clearinghouse: 'clearinghouse',
}
/** Engineers are of a provider: of the things' own, of another, and at the clearinghouse of none. */
const engineerStanding: Record<Place, Standing> = {
  'wi-wisconsin': 'own provider',
  'wa-washington': 'other provider',
  clearinghouse: 'none',
}
const standingOf = ({ role, place }: Member): Standing =>
  (role === 'provider engineer' ? engineerStanding : placeStanding)[place]

/** 400 and 409 are told to those who may: they were let in and something else was wrong. */
const answerOf = ({ status, text }: Reply): Answer => {
  if (status === 403) return 'refused'
  if (status === 404) return 'hidden'
  assert.ok([200, 400, 409, 422].includes(status), `${status} ${text}`)
  return 'done'
}

/** On a busy machine all of this takes longer than a proof of who somebody is lasts. */
const proveAll = () => server.database.query('update session set proven_at = now()')

const check = async (operation: OperationName, who: Member): Promise<string[]> => {
  const reply = await ask({ operation, who })
  const told = answerOf(reply)
  const wanted = oracle(operation, who.role, standingOf(who))
  return told === wanted
    ? []
    : [`${operation}, ${who.role} at ${who.place}: ${told} and not ${wanted} (${reply.text.slice(0, 200)})`]
}

/** Calls at a time where none can be in another's way: fewer than the server's connections. */
const atATime = 6

/**
 * Whether a call is in nobody's way: a refusal changes nothing, nor does a reading. What has something to be prepared, or changes
 * something, is asked alone; a refusal that is none is found all the same, since its answer is another.
 */
const isInNobodysWay = (operation: OperationName, who: Member): boolean =>
  !ask.isPrepared(operation) &&
  (operations[operation].method === 'GET' || oracle(operation, who.role, standingOf(who)) === 'refused')

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

// Ending a session ends the asking; it is looked at last.
const repeatable = signedInOperations.filter((name) => name !== 'endSession')

for (const operation of repeatable)
  test(`over HTTP, ${operation} answers each role at each agency as the design says`, async () => {
    await proveAll()
    assert.deepEqual(await checkAll(operation), [])
  })

test(`over HTTP, ${triplesOverHttp} random triples are answered as the design says (seed ${seed})`, async () => {
  const wrong: string[] = []
  for (let n = 0; n < triplesOverHttp; n++) {
    if (n % 100 === 0) await proveAll()
    wrong.push(...(await check(pick(repeatable), pick(staff))))
  }
  assert.deepEqual(wrong, [])
})

test('every refusal is in the ledger, by whom and of what', async () => {
  const [refusals] = await server.database.query<{ refused: number; people: number }>(
    `select count(*)::int as refused, count(distinct actor)::int as people from ledger_entry
     where action = 'operation.denied' and actor like 'person:%'`,
  )
  assert.ok((refusals?.refused ?? 0) > 300, JSON.stringify(refusals))
  assert.equal(refusals?.people, places.length * roles.length)
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
