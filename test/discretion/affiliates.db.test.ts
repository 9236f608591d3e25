/** Affiliates: the lead looks first, or its own rule sends straight; a tip has one owner, and each keeps its own decisions. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AffiliateEntry, Affiliates } from '@opentipline/contract'
import { people, signedIn } from '../faults/support/person.ts'
import { prepareRefusal, whileRefused } from '../faults/support/refuse-entries.ts'
import { clientOf, reportFrom, tipOf } from '../faults/support/reports.ts'
import { eventually, startTestServer } from '../support/server.ts'
import { decide, ok, passUndoWindow, readTip, refer, rowOf } from './support.ts'

const server = await startTestServer()
await prepareRefusal(server.database)
const client = clientOf(server.address, await server.addProvider('Example Provider'))
const robin = await signedIn(server, people.wisconsin.id)
const skyler = await signedIn(server, 'demo-administrator-wi')
const casey = await signedIn(server, people.washington.id)
const kind = 'Online Enticement of Children for Sexual Acts'
const area = [{ state: 'WI', counties: [], places: [] }]
const wish = (more: object) => ({
  name: 'Synthetic City Police',
  areas: area,
  straight: [],
  from: '2026-01-01',
  because: 'Synthetic agreement 1',
  ...more,
})
const enter = (agencyId: string) => skyler.post('/api/affiliates', wish({ agencyId, from: '2026-04-01' }))

let made = 0
/** A report from Wisconsin, and the agencies that have it. */
const arrive = async (): Promise<{ reportId: string; agencies: string[] }> => {
  const report = reportFrom('wisconsin', `affiliate-${(made += 1)}`)
  const { reportId } = await client.submit({ ...report, incident: { ...report.incident, type: kind } })
  await client.finish(reportId)
  const agencies = await eventually(async () => {
    const rows = await server.database.query<{ agency_id: string }>(
      'select agency_id from tip where report_id = $1 and withdrawn_at is null order by agency_id',
      [reportId],
    )
    return rows.length > 0 ? rows.map((row) => row.agency_id) : undefined
  })
  return { reportId, agencies }
}
const affiliate = 'wi-wisconsin-synthetic-city-police'

/** An officer at the affiliate, as a demonstration has them. */
const officerThere = async () => {
  await server.database.query(
    `insert into person (person_id, name, demo) values ('demo-officer-city', 'Jamie Stand-in', true) on conflict do nothing`,
  )
  await server.database.query(
    `insert into membership (person_id, agency_id, role) values ('demo-officer-city', $1, 'officer') on conflict do nothing`,
    [affiliate],
  )
  return signedIn(server, 'demo-officer-city')
}

test('its administrator enters an affiliate, with its entry in the ledger and not without; nobody else does', async () => {
  for (const who of [robin, casey]) assert.equal((await who.post('/api/affiliates', wish({}))).status, 403)
  const refused = await whileRefused(server.database, 'agency.affiliate-entered', () =>
    skyler.post('/api/affiliates', wish({})),
  )
  assert.equal(refused.status, 500)
  assert.equal((await ok<Affiliates>(skyler.get('/api/affiliates'))).entries.length, 0)
  const entry = await ok<AffiliateEntry>(skyler.post('/api/affiliates', wish({})))
  assert.equal(entry.agencyId, affiliate)
  assert.equal((await skyler.post('/api/affiliates', wish({}))).status, 409, 'the name is taken')
  assert.equal(
    (await skyler.post('/api/affiliates', wish({ name: 'Another', from: '2026-02-30' }))).status,
    400,
  )
  const { tree } = await ok<Affiliates>(robin.get('/api/affiliates'))
  assert.deepEqual(
    tree.map(({ agencyId, leadId, depth }) => [agencyId, leadId, depth]),
    [[affiliate, 'wi-wisconsin', 1]],
  )
  assert.deepEqual((await ok<Affiliates>(casey.get('/api/affiliates'))).tree, [])
})

test('a tip of its area arrives at the lead alone, whose page says whose area it is too; a person passes it on', async () => {
  const { reportId, agencies } = await arrive()
  assert.deepEqual(agencies, ['wi-wisconsin'])
  const tipId = await tipOf(server, reportId, 'wi-wisconsin')
  const { route } = await readTip(robin, tipId)
  assert.equal(route?.affiliate?.agencyId, affiliate)
  assert.match(
    route?.because ?? '',
    /its affiliate Synthetic City Police too; Wisconsin .* looks at it first/,
  )
  await decide(robin, tipId, refer(affiliate))
  await passUndoWindow(server, tipId)
  const jamie = await officerThere()
  const theirs = await tipOf(server, reportId, affiliate)
  assert.equal(
    (
      await jamie.post(`/api/tips/${theirs}/decisions`, {
        kind: 'pursue',
        reasons: ['linked-case'],
        note: '',
      })
    ).status,
    409,
  )
  await ok(jamie.post(`/api/tips/${theirs}/referral/accept`))
  await decide(jamie, theirs, { kind: 'decline', reasons: ['resources'], note: 'Synthetic affiliate note' })
  const seen = await robin.get(`/api/tips/${tipId}`)
  assert.ok(
    !seen.text.includes('Synthetic affiliate note') && !seen.text.includes('"declined"'),
    'theirs stays theirs',
  )
  assert.equal((await robin.get(`/api/tips/${theirs}`)).status, 404)
  assert.equal((await rowOf(robin, tipId))?.state, 'referred')
  const [owner] = await server.database.query<{ agency_id: string }>(
    'select t.agency_id from referral_chain c join tip t on t.tip_id = c.owner_tip where c.report_id = $1',
    [reportId],
  )
  assert.equal(owner?.agency_id, affiliate)
  const { counts } = await ok<Affiliates>(skyler.get('/api/affiliates'))
  assert.deepEqual(counts, [
    { agencyId: affiliate, straight: 0, offered: 1, accepted: 1, returned: 0, unanswered: 0 },
  ])
})

test('by the lead’s own rule a kind goes straight, from its day on; what the lead has stays with the lead', async () => {
  const before = await arrive()
  const entry = await ok<AffiliateEntry>(
    skyler.post('/api/affiliates', wish({ agencyId: affiliate, straight: [kind], from: '2026-02-01' })),
  )
  const { entries } = await ok<Affiliates>(skyler.get('/api/affiliates'))
  assert.deepEqual(
    entries.map((each) => [each.from, each.to]),
    [
      ['2026-02-01', null],
      ['2026-01-01', '2026-02-01'],
    ],
  )
  await server.database.query(
    `insert into work (report_id, revision, stage) values ($1, 1, 'route') on conflict do nothing`,
    [before.reportId],
  )
  const { reportId, agencies } = await arrive()
  assert.deepEqual(agencies, [affiliate])
  const jamie = await officerThere()
  const tip = await readTip(jamie, await tipOf(server, reportId, affiliate))
  assert.match(tip.route?.because ?? '', /straight to Synthetic City Police, by the rule of Wisconsin/)
  await eventually(async () =>
    (await server.database.query('select from work where report_id = $1', [before.reportId])).length === 0
      ? true
      : undefined,
  )
  const still = await server.database.query<{ agency_id: string }>(
    'select agency_id from tip where report_id = $1',
    [before.reportId],
  )
  assert.deepEqual(still, [{ agency_id: 'wi-wisconsin' }], 'never at both')
  const { counts } = await ok<Affiliates>(skyler.get('/api/affiliates'))
  assert.equal(counts[0]?.straight, 1)
  await ok(skyler.post(`/api/affiliates/${entry.entryId}/end`, { to: '2026-03-01', because: 'Synthetic' }))
  assert.deepEqual((await arrive()).agencies, ['wi-wisconsin'])
})

test('nobody is led by two, nobody below themselves, and no task force by another', async () => {
  assert.equal((await enter('wa-washington')).status, 409, 'a task force')
  assert.equal((await enter('wi-wisconsin')).status, 409, 'oneself')
  assert.equal((await enter('wi-wisconsin-nobody')).status, 409, 'nobody')
  await ok(enter(affiliate))
  const insert = `insert into affiliate_entry (lead_agency, agency_id, areas, from_day, because, entered_by)
    values ('wa-washington', $1, '[]', '2026-05-01', 'x', 'demo-officer-wa')`
  await assert.rejects(server.database.query(insert, [affiliate]), { code: '23505' })
})
