import assert from 'node:assert/strict'
import { test } from 'node:test'
import type {
  BundleDetail,
  BundleList,
  Report,
  ReportBundleDetail,
  ReportBundleList,
} from '@opentipline/contract'
import { signedIn } from '../faults/support/person.ts'
import { arrived, clientOf, reportFrom, tipOf } from '../faults/support/reports.ts'
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

/** From here on the clearinghouse: after agencies decided, so that a decision that showed would show. */
const analyst = await signedIn(server, 'demo-analyst')

test('the clearinghouse sees how many reports and tips stand behind an item, at how many agencies, and no decision', async () => {
  const told = await analyst.get('/api/report-bundles')
  assert.equal(told.status, 200, told.text)
  const { bundles, next } = told.body as ReportBundleList
  assert.equal(next, undefined)
  const item = bundles.find(({ by }) => by === 'hash')
  assert.ok(item)
  assert.deepEqual([item.reports, item.tips, item.agencies, item.isLeast], [5, 5, 2, false])
  assert.ok(item.firstAt <= item.lastAt)
  const read = await analyst.get(`/api/report-bundles/${item.bundleId}`)
  assert.equal(read.status, 200, read.text)
  const detail = read.body as ReportBundleDetail
  assert.deepEqual(detail.bundle, item, 'both readings count alike')
  const ids = detail.members.map(({ reportId }) => Number(reportId))
  assert.deepEqual(
    ids,
    ids.toSorted((a, b) => b - a),
    'the newest first',
  )
  const apart = detail.members.filter(({ because }) => because === null || because.length > 0)
  assert.equal(apart.length, 1)
  assert.match(apart[0]?.because?.join() ?? '', /escalat|priority/i)
  const names = new Set(detail.members.flatMap(({ agencies }) => agencies))
  assert.equal(names.size, 2)
  // Two of these tips are declined by now. Nothing says so, nor which.
  assert.doesNotMatch(told.text + read.text, /declin|pursu|held|viral-or-meme|"state"|tipId|decision/i)
})

test('a tip by referral, which is an agency’s decision, and a report an agency brought in are not counted', async () => {
  const before = ((await analyst.get('/api/report-bundles')).body as ReportBundleList).bundles[0]
  assert.ok(before)
  await server.database.query(`update tip set via = 'referral' where tip_id = $1`, [theirs])
  const after = ((await analyst.get('/api/report-bundles')).body as ReportBundleList).bundles[0]
  assert.deepEqual([after?.reports, after?.tips, after?.agencies], [before.reports, before.tips - 1, 1])
  const detail = (await analyst.get(`/api/report-bundles/${before.bundleId}`)).body as ReportBundleDetail
  assert.deepEqual(detail.bundle, after)
  assert.equal(detail.members.filter(({ agencies }) => agencies.length === 0).length, 1)
  await server.database.query(`update tip set via = 'routing' where tip_id = $1`, [theirs])

  const newest = detail.members[0]?.reportId
  const [kept] = await server.database.query<{ credential_id: number }>(
    'select credential_id from report where report_id = $1',
    [newest],
  )
  const received = (origin: string, importedFor: string | null, credentialId: number | undefined | null) =>
    server.database.query(
      'update report set origin = $2, imported_for = $3, credential_id = $4 where report_id = $1',
      [newest, origin, importedFor, credentialId],
    )
  await received('le-json', 'wi-wisconsin', null)
  const without = ((await analyst.get('/api/report-bundles')).body as ReportBundleList).bundles[0]
  assert.equal(without?.reports, before.reports - 1)
  const read = (await analyst.get(`/api/report-bundles/${before.bundleId}`)).body as ReportBundleDetail
  assert.ok(read.members.every(({ reportId }) => reportId !== newest))
  await received('reporting-xml', null, kept?.credential_id)
})

test('reports that a provider filed as one batch are a bundle', async () => {
  for (const name of ['batch-one', 'batch-two', 'batch-three']) {
    const thin = reportFrom('wisconsin', name)
    // As the documentation has it: a batched report names its person by nothing but the provider's own identifier.
    const { reportId } = await client.submit({
      ...thin,
      additionalInfo: [],
      parties: thin.parties.map((party) => ({ ...party, ipCaptures: [] })),
      batchedReason: 'VIRAL_POTENTIAL_MEME',
    })
    await client.finish(reportId)
    assert.equal(await arrived(server, reportId), 'unrouted')
  }
  const { bundles } = (await analyst.get('/api/report-bundles')).body as ReportBundleList
  assert.deepEqual(
    bundles.map(({ by, reports }) => [by, reports]),
    [
      ['hash', 5],
      ['batch', 3],
    ],
    'the most reports first',
  )
  const batch = bundles[1]
  assert.match(batch?.name ?? '', /^Example Provider: VIRAL_POTENTIAL_MEME$/)
  const detail = (await analyst.get(`/api/report-bundles/${batch?.bundleId}`)).body as ReportBundleDetail
  assert.deepEqual(detail.bundle, batch)
  assert.deepEqual([batch?.tips, batch?.agencies], [0, 0], 'it went nowhere yet')
})

test('its pages follow each other without a gap, and no agency reads them; every reading is in the ledger', async () => {
  const [first] = ((await analyst.get('/api/report-bundles')).body as ReportBundleList).bundles
  const rest = await analyst.get(`/api/report-bundles?after=${first?.reports}-${first?.bundleId}`)
  assert.deepEqual(
    (rest.body as ReportBundleList).bundles.map(({ by }) => by),
    ['batch'],
  )
  const whole = (await analyst.get(`/api/report-bundles/${first?.bundleId}`)).body as ReportBundleDetail
  const below = whole.members[1]?.reportId
  const part = await analyst.get(`/api/report-bundles/${first?.bundleId}?below=${below}`)
  assert.deepEqual((part.body as ReportBundleDetail).members, whole.members.slice(2))
  assert.equal((await analyst.get('/api/report-bundles?after=17')).status, 400)
  for (const none of ['hash-999999', 'batch-17', 'other-1', `hash-${'9'.repeat(18)}`])
    assert.equal((await analyst.get(`/api/report-bundles/${none}`)).status, 404, none)
  for (const path of ['/api/report-bundles', `/api/report-bundles/${first?.bundleId}`])
    assert.equal((await officer.get(path)).status, 403, path)
  const [told] = await server.database.query<{ lists: number; readings: number }>(
    `select count(*) filter (where action = 'report-bundles.listed')::int as lists,
       count(*) filter (where action = 'report-bundle.read' and object_id = $1)::int as readings from ledger_entry`,
    [first?.bundleId],
  )
  assert.ok(told && told.lists >= 5 && told.readings >= 4, JSON.stringify(told))
})
