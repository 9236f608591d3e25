/** Random triples of operation, role and agency over HTTP, one after another on the same things, against the oracle. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { randomFrom } from '../faults/support/random.ts'
import { startTestServer } from '../support/server.ts'
import { openCrossing, repeatable } from './support/crossing.ts'

const isEmbedded = process.env.TIPLINE_TEST_POSTGRES_KIND !== 'system'
/** The answer is the program's, whichever PostgreSQL it has: so all of them on one, and some on the other. */
const triples = Number(process.env.TIPLINE_TRIPLES ?? (isEmbedded ? 10_000 : 400))
const seed = Number(process.env.TIPLINE_SEED ?? 1)
const { pick } = randomFrom(seed)

const server = await startTestServer()
const { staff, check, proveAll } = await openCrossing(server)

test(`over HTTP, ${triples} random triples are answered as the design says (seed ${seed})`, async () => {
  const wrong: string[] = []
  for (let n = 0; n < triples; n++) {
    if (n % 100 === 0) await proveAll()
    wrong.push(...(await check(pick(repeatable), pick(staff))))
  }
  assert.deepEqual(wrong, [])
})
