import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BundleDetail, BundleList, Report } from '@opentipline/contract'
import { signedIn } from '../faults/support/person.ts'
import { clientOf, reportFrom, tipOf } from '../faults/support/reports.ts'
import { startTestServer } from '../support/server.ts'

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Provider'))
const officer = await signedIn(server, 'demo-officer-wi')
const washington = await signedIn(server, 'demo-officer-wa')

/** One file in several reports, each by another account and at another minute, so that only the file is shared. */
const bytes = Buffer.from('synthetic bytes of one item')
const file = async (
  place: 'wisconsin' | 'washington',
  account: string,
  escalated = false,
): Promise<string> => {
  const base = reportFrom(place, account)
  const minute = 10 + account.length
  const report: Report = {
    ...base,
    incident: {
      ...base.incident,
      type: 'Child Pornography (possession, manufacture, and distribution)',
      ...(escalated ? { escalateToHighPriority: 'Synthetic reason' } : {}),
    },
    parties: base.parties.map((party) => ({
      ...party,
      ipCaptures: party.ipCaptures.map((capture) => ({ ...capture, at: `2026-10-30T18:${minute}:00Z` })),
    })),
  }
  const { reportId } = await client.submit(report)
  await client.upload(reportId, bytes)
  await client.finish(reportId)
  return reportId
}

const tips = await Promise.all(
  ['a', 'bb', 'ccc'].map(async (name) => tipOf(server, await file('wisconsin', name), 'wi-wisconsin')),
)
const escalated = await tipOf(server, await file('wisconsin', 'dddd', true), 'wi-wisconsin')
const theirs = await tipOf(server, await file('washington', 'eeeee'), 'wa-washington')

const only = async (): Promise<string> => {
  const told = await officer.get('/api/bundles')
  assert.equal(told.status, 200, told.text)
  const { bundles } = told.body as BundleList
  assert.equal(bundles.length, 1, 'one file is one bundle, however many digests it has')
  return bundles[0]?.bundleId ?? ''
}
const decline = { kind: 'decline', reasons: ['viral-or-meme'], note: '' }

test('tips that share a file are a bundle; one with a sign of its own is shown apart; other agencies’ are not in it', async () => {
  const told = await officer.get(`/api/bundles/${await only()}`)
  assert.equal(told.status, 200, told.text)
  const detail = told.body as BundleDetail
  const shown = [...detail.members, ...detail.apart.map(({ row }) => row)].map((row) => row.tipId)
  assert.deepEqual(shown.toSorted(), [...tips, escalated].toSorted())
  assert.ok(!shown.includes(theirs))
  const apart = detail.apart.find(({ row }) => row.tipId === escalated)
  assert.match(apart?.because.join() ?? '', /escalat|priority/i)
  assert.equal((await washington.get(`/api/bundles/${await only()}`)).status, 404)
})

test('one decision covers the listed members and nothing else; a member apart is refused, and then nothing is decided', async () => {
  const id = await only()
  const detail = (await officer.get(`/api/bundles/${id}`)).body as BundleDetail
  const members = detail.members.map((row) => row.tipId)
  assert.ok(members.length >= 2, 'there is something to cover')
  const refused = await officer.post(`/api/bundles/${id}/decisions`, {
    ...decline,
    tipIds: [...members, escalated],
  })
  assert.equal(refused.status, 409, refused.text)
  assert.match(refused.text, new RegExp(`Tip ${escalated} has a sign of its own`))
  const none = await officer.post(`/api/bundles/${id}/decisions`, { ...decline, tipIds: [] })
  assert.equal(none.status, 400)
  assert.equal((await server.database.query('select from decision')).length, 0)

  const listed = members.slice(0, 2)
  const told = await officer.post(`/api/bundles/${id}/decisions`, { ...decline, tipIds: listed })
  assert.equal(told.status, 200, told.text)
  const decided = await server.database.query<{ tip_id: string; person_id: string }>(
    'select tip_id, person_id from decision order by tip_id',
  )
  assert.deepEqual(
    decided.map((row) => row.tip_id),
    listed.toSorted(),
  )
  const entries = await server.database.query(`select from ledger_entry where action = 'tip.decided'`)
  assert.equal(entries.length, listed.length, 'each has its entry')
})
