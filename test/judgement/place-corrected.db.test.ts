import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlaceCorrectionView, TipDetail } from '@opentipline/contract'
import { type SignedIn, signedIn } from '../faults/support/person.ts'
import { arrived, clientOf, fileThin, tipOf } from '../faults/support/reports.ts'
import { eventually, startTestServer } from '../support/server.ts'

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Provider'))
const officer = await signedIn(server, 'demo-officer-wi')
const washington = await signedIn(server, 'demo-officer-wa')
const analyst = await signedIn(server, 'demo-analyst')

const tipAt = async (person: SignedIn, tipId: string): Promise<TipDetail> => {
  const told = await person.get(`/api/tips/${tipId}`)
  assert.equal(told.status, 200, told.text)
  return told.body as TipDetail
}
const toWashington = { role: 'subject', country: 'US', region: 'WA', because: 'Synthetic reason' }

test('a corrected place routes the report anew and tells both sides; the old tip stays', async () => {
  const reportId = await fileThin(client, 'wisconsin', 'correct-1')
  const tipId = await tipOf(server, reportId, 'wi-wisconsin')
  const told = await officer.post(`/api/reports/${reportId}/place`, toWashington)
  assert.equal(told.status, 200, told.text)
  assert.equal((told.body as PlaceCorrectionView).by, 'Wisconsin ICAC Task Force')
  const theirs = await tipOf(server, reportId, 'wa-washington')
  const arrivedThere = await tipAt(washington, theirs)
  assert.match(arrivedThere.route?.because ?? '', /corrected by a person \(WA, US\)/)
  assert.equal(arrivedThere.corrections?.[0]?.because, 'Synthetic reason')
  const old = await tipAt(officer, tipId)
  assert.deepEqual(old.row.rerouted?.to, ['Washington ICAC Task Force'])
  assert.match(old.row.rerouted?.because ?? '', /Wisconsin ICAC Task Force: Synthetic reason/)
  assert.equal(old.row.state, 'open')
  assert.ok(
    old.derived.places.some((place) => place.region === 'WI'),
    'what was found is still there',
  )

  await officer.post(`/api/reports/${reportId}/place`, { ...toWashington, region: 'WI' })
  const back = await eventually(async () => {
    const tip = await tipAt(officer, tipId)
    return tip.row.rerouted === null ? tip : undefined
  })
  assert.equal(back.corrections?.length, 2)
  assert.deepEqual((await tipAt(washington, theirs)).row.rerouted?.to, ['Wisconsin ICAC Task Force'])
})

test('the clearinghouse corrects a place of an unrouted report, which then waits no longer', async () => {
  const reportId = await fileThin(client, 'nowhere', 'correct-2')
  assert.equal(await arrived(server, reportId), 'unrouted')
  const told = await analyst.post(`/api/reports/${reportId}/place`, toWashington)
  assert.equal(told.status, 200, told.text)
  await tipOf(server, reportId, 'wa-washington')
  const waiting = await server.database.query(
    'select from unrouted where report_id = $1 and resolved_at is null',
    [reportId],
  )
  assert.equal(waiting.length, 0)
})

test('who does not have a report corrects nothing of it, and a state has to be one', async () => {
  const reportId = await fileThin(client, 'wisconsin', 'correct-3')
  await tipOf(server, reportId, 'wi-wisconsin')
  assert.equal((await washington.post(`/api/reports/${reportId}/place`, toWashington)).status, 404)
  const wrong = await officer.post(`/api/reports/${reportId}/place`, { ...toWashington, region: 'Nowhere' })
  assert.equal(wrong.status, 400)
})
