import assert from 'node:assert/strict'
import { test } from 'node:test'
import type {
  DecisionView,
  LabelView,
  Network,
  NetworkList,
  RecordView,
  Report,
  TipComparison,
  TipDetail,
} from '@opentipline/contract'
import { type SignedIn, signedIn } from '../faults/support/person.ts'
import { clientOf, reportFrom, tipOf } from '../faults/support/reports.ts'
import { eventually, startTestServer } from '../support/server.ts'

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Provider'))
const officer = await signedIn(server, 'demo-officer-wi')
const washington = await signedIn(server, 'demo-officer-wa')

const get = async <T>(person: SignedIn, path: string): Promise<T> => {
  const told = await person.get(path)
  assert.equal(told.status, 200, told.text)
  return told.body as T
}
const post = async <T>(person: SignedIn, path: string, body: unknown = {}): Promise<T> => {
  const told = await person.post(path, body)
  assert.equal(told.status, 200, told.text)
  return told.body as T
}

/** Waits until the pipeline has nothing left to do, and so goes round no further. */
const settled = (): Promise<true> =>
  eventually(async () => ((await server.database.query('select from work')).length === 0 ? true : undefined))

let minute = 0
/** A report of its own second, so that nothing but what is named links it to another. */
const file = async (
  place: 'wisconsin' | 'washington',
  account: string,
  screenName?: string,
): Promise<string> => {
  const base = reportFrom(place, account)
  const [party] = base.parties
  assert.ok(party)
  const at = `2026-10-30T18:${String(10 + minute++)}:00Z`
  const report: Report = {
    ...base,
    parties: [
      {
        ...party,
        ipCaptures: party.ipCaptures.map((capture) => ({
          ...capture,
          ipAddress: `${capture.ipAddress.slice(0, -2)}${10 + minute}`,
          at,
        })),
        ...(screenName === undefined ? {} : { screenName }),
      },
    ],
  }
  const { reportId } = await client.submit(report)
  await client.finish(reportId)
  return reportId
}

test('the shipped policies are shown side by side for one tip, with its position under each', async () => {
  const tipId = await tipOf(server, await file('wisconsin', 'compare-1'), 'wi-wisconsin')
  const told = await get<TipComparison>(officer, `/api/tips/${tipId}/compare`)
  assert.deepEqual(told.views.map((view) => view.policy.id).toSorted(), [
    'balanced',
    'icac-standards',
    'kirat-reading',
    'trist-reading',
  ])
  assert.deepEqual(
    told.views.filter((view) => view.inForce).map((view) => view.policy.id),
    ['icac-standards'],
  )
  assert.equal(told.openTips, 1, 'the tip itself is counted')
  for (const view of told.views) assert.equal(view.position, 1)
})

test('what an officer records moves the agency’s own tip, and no other agency’s', async () => {
  const reportId = await file('wisconsin', 'record-1')
  const tipId = await tipOf(server, reportId, 'wi-wisconsin')
  await post(officer, `/api/tips/${tipId}/decisions`, {
    kind: 'refer',
    reasons: ['they-work-it'],
    note: '',
    referTo: 'wa-washington',
  })
  const theirs = await tipOf(server, reportId, 'wa-washington')
  await server.database.query('update tip set available_at = now() where tip_id = $1', [theirs])
  const before = await get<TipDetail>(washington, `/api/tips/${theirs}`)
  const mine = await get<TipDetail>(officer, `/api/tips/${tipId}`)

  const made = await post<RecordView>(officer, `/api/tips/${tipId}/records`, {
    signal: 'prior sexual convictions',
    value: 'true',
    note: 'Synthetic note',
  })
  const after = await get<TipDetail>(officer, `/api/tips/${tipId}`)
  const signal = after.assessment?.signals.find((each) => each.name === 'prior sexual convictions')
  assert.equal(signal?.value, 'true')
  assert.deepEqual(signal?.evidence[0], { from: 'record', ref: made.recordId })
  assert.ok(
    after.row.risk.low > mine.row.risk.low || after.row.band !== mine.row.band,
    'it counts in the rank at once',
  )
  assert.match(after.decisions[0]?.madeBefore[0] ?? '', /conviction.*Now yes; at the decision not known/)

  await server.database.query(`select refire_unchecked($1, 'assess')`, [reportId])
  await settled()
  const untouched = await get<TipDetail>(washington, `/api/tips/${theirs}`)
  assert.deepEqual(untouched.assessment, before.assessment)
  assert.deepEqual(untouched.records, [])
  const still = await get<TipDetail>(officer, `/api/tips/${tipId}`)
  assert.deepEqual(still.row.risk, after.row.risk, 'a run of the pipeline keeps the record')

  await post(officer, `/api/tips/${tipId}/records/${made.recordId}/withdraw`, { because: 'Synthetic reason' })
  const back = await get<TipDetail>(officer, `/api/tips/${tipId}`)
  assert.deepEqual(back.row.risk, mine.row.risk)
  assert.equal(back.records?.[0]?.withdrawn?.because, 'Synthetic reason')
  const taken = await officer.post(`/api/tips/${tipId}/records`, {
    signal: 'provider escalated',
    value: 'true',
    note: 'Synthetic note',
  })
  assert.equal(taken.status, 400, 'what the provider states is not an officer’s to record')
})

test('a person’s label stands beside the computed one, and outlasts a run', async () => {
  const reportId = await file('wisconsin', 'label-1')
  const tipId = await tipOf(server, reportId, 'wi-wisconsin')
  const before = await get<TipDetail>(officer, `/api/tips/${tipId}`)
  const other = before.row.label === 'referral' ? 'informational' : 'referral'
  const told = await post<LabelView>(officer, `/api/tips/${tipId}/label`, {
    label: other,
    because: 'Synthetic reason',
  })
  assert.equal(told.computed, before.row.label)
  assert.equal(told.override?.label, other)
  assert.equal(told.override?.by, 'Robin Sample')
  await server.database.query(`select refire_unchecked($1, 'assess')`, [reportId])
  await settled()
  const after = await get<TipDetail>(officer, `/api/tips/${tipId}`)
  assert.equal(after.row.label, other)
  assert.equal(after.assessment?.label, before.row.label)
  await post(officer, `/api/tips/${tipId}/label`, { label: null, because: 'Synthetic reason' })
  assert.equal((await get<TipDetail>(officer, `/api/tips/${tipId}`)).row.label, before.row.label)
})

const linkOf = async (tipId: string, reportId: string) =>
  (await get<TipDetail>(officer, `/api/tips/${tipId}`)).derived.links.find(
    (link) => link.reportId === reportId,
  )

test('a weak link is confirmed or rejected, stays so through re-runs, and can be undone', async () => {
  const first = await file('wisconsin', 'link-1', 'sample-name-17')
  const firstTip = await tipOf(server, first, 'wi-wisconsin')
  const second = await file('wisconsin', 'link-2', 'sample-name-17')
  const secondTip = await tipOf(server, second, 'wi-wisconsin')
  const link = await linkOf(secondTip, first)
  assert.equal(link?.strength, 'weak')
  const named = { reportId: first, linkId: link?.linkId }
  const linked = async (tipId: string): Promise<string | undefined> =>
    (await get<TipDetail>(officer, `/api/tips/${tipId}`)).assessment?.signals.find(
      (each) => each.name === 'linked to other reports',
    )?.value
  assert.equal(await linked(secondTip), 'false')
  const joined = async (): Promise<number[]> =>
    Promise.all(
      [firstTip, secondTip].map(
        async (tipId) => (await get<TipDetail>(officer, `/api/tips/${tipId}`)).row.linkCount,
      ),
    )
  assert.deepEqual(await joined(), [0, 0], 'a suggestion is not counted at either end')

  await post(officer, `/api/tips/${secondTip}/links/judge`, {
    ...named,
    verdict: 'confirmed',
    because: 'Synthetic reason',
  })
  assert.equal(await linked(secondTip), 'true')
  assert.equal(await linked(firstTip), 'true', 'a link has two ends')
  assert.deepEqual(await joined(), [1, 1])
  const network = await get<Network>(officer, `/api/tips/${secondTip}/network`)
  assert.deepEqual(network.reports.map((each) => each.reportId).toSorted(), [first, second].toSorted())
  assert.equal(network.links[0]?.confirmed, true)
  assert.equal(network.whole, true)
  const together = async (): Promise<number | undefined> =>
    (await get<NetworkList>(officer, '/api/networks')).networks.find((each) =>
      [firstTip, secondTip].includes(each.first.tipId),
    )?.reports
  assert.equal(await together(), 2)

  await post(officer, `/api/tips/${secondTip}/links/judge`, {
    ...named,
    verdict: 'rejected',
    because: 'Synthetic reason',
  })
  await server.database.query(
    `insert into work (report_id, revision, stage) values ($1, 1, 'normalise') on conflict do nothing`,
    [second],
  )
  await settled()
  assert.equal((await linkOf(secondTip, first))?.verdict?.verdict, 'rejected')
  assert.equal(await linked(secondTip), 'false')
  assert.deepEqual(await joined(), [0, 0])
  assert.equal((await get<Network>(officer, `/api/tips/${secondTip}/network`)).links.length, 0)
  assert.equal(await together(), undefined, 'a rejected link holds nothing together')

  await post(officer, `/api/tips/${secondTip}/links/undo`, named)
  assert.equal((await linkOf(secondTip, first))?.verdict, null)
  assert.equal((await officer.post(`/api/tips/${secondTip}/links/undo`, named)).status, 409)
  assert.equal((await washington.post(`/api/tips/${secondTip}/links/undo`, named)).status, 404)
})

test('a link that is found later judges the older report anew, and tells who had decided', async () => {
  const older = await file('wisconsin', 'same-account')
  const olderTip = await tipOf(server, older, 'wi-wisconsin')
  await post<DecisionView>(officer, `/api/tips/${olderTip}/decisions`, {
    kind: 'decline',
    reasons: ['resources'],
    note: '',
  })
  await tipOf(server, await file('wisconsin', 'same-account'), 'wi-wisconsin')
  await settled()
  const told = await get<TipDetail>(officer, `/api/tips/${olderTip}`)
  assert.match(
    told.decisions[0]?.madeBefore.join() ?? '',
    /Does another report strongly share an identifier\? Now yes; at the decision no\./,
  )
  assert.equal(told.row.state, 'declined', 'what was decided stays decided')
})
