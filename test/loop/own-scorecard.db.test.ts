/** How a provider's own reports fare, through HTTP: its own alone, and nothing that points at one report or one agency. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OwnScorecard } from '@opentipline/contract'
import { people, signedIn } from '../faults/support/person.ts'
import { clientOf, fileThin, tipOf } from '../faults/support/reports.ts'
import { startTestServer } from '../support/server.ts'

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Provider'))
const rehearsal = clientOf(server.address, await server.addProvider('Example Provider', 'test'))
const others = clientOf(server.address, await server.addProvider('Other Provider'))
await server.operate(({ providers }) =>
  providers.engineer({ provider: 'Example Provider', personId: 'demo-engineer', remove: false }),
)
const engineer = await signedIn(server, 'demo-engineer')
const robin = await signedIn(server, people.wisconsin.id)

const read = async (query = ''): Promise<OwnScorecard> => {
  const { status, text } = await engineer.get(`/api/provider/scorecard${query}`)
  assert.equal(status, 200, text)
  return JSON.parse(text)
}
const newTip = async (account: string, by = client): Promise<string> =>
  tipOf(server, await fileThin(by, 'wisconsin', account), people.wisconsin.agency)
const tell = async (tipId: string, usefulness: string): Promise<void> => {
  const body = {
    results: ['arrest'],
    usefulness,
    missing: ['source port'],
    audience: 'clearinghouse',
    words: 'Synthetic words 17',
  }
  const { status, text } = await robin.post(`/api/tips/${tipId}/outcomes`, body)
  assert.equal(status, 200, text)
}

test('before anything was filed the numbers are nought, and nothing is told', async () => {
  const card = await read()
  assert.deepEqual([card.reports, card.available, card.told], [0, 0, null])
  assert.equal(card.parts.length, 5)
})

test('its own live reports are counted, and no other’s, nor a test one', async () => {
  await newTip('others', others)
  await fileThin(rehearsal, 'wisconsin', 'rehearsed')
  await newTip('own')
  const card = await read()
  assert.deepEqual([card.reports, card.available], [1, 1])
  for (const part of card.parts)
    assert.equal(part.present + part.absent + part.unknown + part.notNeeded, 1, part.part)
  assert.ok(card.couldAdd.length > 0)
  assert.doesNotMatch(JSON.stringify(card), /\b(risk|band|signal|search|scan|monitor)|wi-wisconsin/i)
})

test('what an agency decides, notes or tells at home changes nothing in the numbers', async () => {
  const tipId = await newTip('decided')
  const before = await read()
  const decision = { kind: 'decline', reasons: ['not-enough-information'], note: 'Synthetic note 17' }
  const { status, text } = await robin.post(`/api/tips/${tipId}/decisions`, decision)
  assert.equal(status, 200, text)
  assert.deepEqual(await read(), before)
})

test('of nine outcomes nothing is told; of ten a coarse share, and what hindered several', async () => {
  for (let n = 0; n < 9; n++) await tell(await newTip(`told-${n}`), n < 6 ? 'useful' : 'not useful')
  assert.equal((await read()).told, null)
  await tell(await newTip('told-9'), 'not said')
  assert.deepEqual((await read()).told, {
    atLeast: 10,
    usefulPercent: 60,
    partlyUsefulPercent: 0,
    notUsefulPercent: 30,
    hindered: ['source port'],
  })
})

test('a quarter is asked for by its name: an earlier one is another’s, one to come is refused, and no days are taken', async () => {
  const now = new Date()
  const earlier = await read(`?quarter=${now.getUTCFullYear() - 1}-Q1`)
  assert.deepEqual([earlier.reports, earlier.told], [0, null])
  for (const wrong of [`?quarter=${now.getUTCFullYear() + 1}-Q1`, '?quarter=2026-Q5', '?quarter=november'])
    assert.equal((await engineer.get(`/api/provider/scorecard${wrong}`)).status, 400, wrong)
})
