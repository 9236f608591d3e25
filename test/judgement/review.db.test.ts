/** What the clearinghouse says of a report: it counts for every agency until that agency's own people say otherwise. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type {
  Network,
  NetworkList,
  Report,
  ReviewedLabel,
  ReviewedLink,
  ReviewView,
  TipDetail,
} from '@opentipline/contract'
import { type SignedIn, signedIn } from '../faults/support/person.ts'
import { clientOf, reportFrom, tipOf } from '../faults/support/reports.ts'
import { eventually, startTestServer } from '../support/server.ts'

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Provider'))
const officer = await signedIn(server, 'demo-officer-wi')
const analyst = await signedIn(server, 'demo-analyst')

const get = async <T>(person: SignedIn, path: string): Promise<T> => {
  const told = await person.get(path)
  assert.equal(told.status, 200, told.text)
  return told.body as T
}
const post = async <T>(person: SignedIn, path: string, body: unknown): Promise<T> => {
  const told = await person.post(path, body)
  assert.equal(told.status, 200, told.text)
  return told.body as T
}

/** A report whose account has a name that others have too, and nothing else in common with them. */
const file = async (place: number): Promise<string> => {
  const base = reportFrom('wisconsin', `review-${place}`)
  const at = `2026-10-30T18:${place}:00Z`
  const report: Report = {
    ...base,
    parties: base.parties.map((party) => ({
      ...party,
      screenName: 'sample-name-18',
      ipCaptures: [{ ipAddress: `2001:db8:45::${place}`, eventName: 'Login', at }],
    })),
  }
  const { reportId } = await client.submit(report)
  await client.finish(reportId)
  return reportId
}
const [first, second] = [await file(41), await file(42)]
const tips = [
  await tipOf(server, first, 'wi-wisconsin'),
  await tipOf(server, second, 'wi-wisconsin'),
] as const
const because = 'Synthetic reason 17'
const tipDetail = (at: 0 | 1): Promise<TipDetail> => get(officer, `/api/tips/${tips[at]}`)
/** Waits until the tip that stands at the agency reads as it should: the report goes the way again first. */
const becomes = (at: 0 | 1, holds: (tip: TipDetail) => boolean): Promise<TipDetail> =>
  eventually(async () => {
    const tip = await tipDetail(at)
    return holds(tip) ? tip : undefined
  })

test('a label by the clearinghouse moves the tip, is shown in its name, and gives way to the agency’s own', async () => {
  const before = await tipDetail(0)
  const computed = before.row.label
  const other = computed === 'referral' ? 'informational' : 'referral'
  const told = await post<ReviewedLabel>(analyst, `/api/reports/${first}/label`, { label: other, because })
  assert.equal(told.computed, computed)
  assert.equal(told.said?.label, other)
  const moved = await becomes(0, (tip) => tip.row.label === other)
  assert.equal(moved.assessment?.label, computed, 'the computed label stays beside it')
  assert.equal(moved.label?.clearinghouse?.because, because)
  assert.ok(
    !moved.label?.clearinghouse?.by.includes(told.said?.by ?? ''),
    'an agency reads no analyst’s name',
  )
  await post(officer, `/api/tips/${tips[0]}/label`, { label: computed, because })
  await server.database.query(`select refire_unchecked($1, 'assess')`, [first])
  await eventually(async () =>
    (await server.database.query('select from work where report_id = $1', [first])).length === 0
      ? true
      : undefined,
  )
  assert.equal((await tipDetail(0)).row.label, computed, 'the agency’s own word counts')
})

test('going back to the computed label is a word of its own', async () => {
  const { row } = await tipDetail(1)
  const other = row.label === 'referral' ? 'informational' : 'referral'
  await post(analyst, `/api/reports/${second}/label`, { label: other, because })
  await becomes(1, (tip) => tip.row.label === other)
  await post(analyst, `/api/reports/${second}/label`, { label: null, because: 'Synthetic reason 18' })
  const back = await becomes(1, (tip) => tip.row.label === row.label)
  assert.equal(back.label?.clearinghouse?.label, null)
  const review = await get<ReviewView>(analyst, `/api/review?report=${second}`)
  assert.deepEqual(
    review.labels.map(({ said }) => said?.because),
    ['Synthetic reason 18'],
  )
})

const linkedValue = (tip: TipDetail): string | undefined =>
  tip.assessment?.signals.find((each) => each.name === 'linked to other reports')?.value

/** Waits until so many reports hang together in the agency's networks; as a tip's own network shows it too. */
const together = (reports: 0 | 2): Promise<true> =>
  eventually(async () => {
    const { networks } = await get<NetworkList>(officer, '/api/networks')
    const seen = await get<Network>(officer, `/api/tips/${tips[1]}/network`)
    return networks.length === reports / 2 && seen.links.length === reports / 2 ? true : undefined
  })

test('a weak link that the clearinghouse confirms counts at both ends; taken back, it counts no more', async () => {
  const review = await get<ReviewView>(analyst, '/api/review')
  const link = review.links.find(({ between }) => between.includes(first) && between.includes(second))
  assert.equal(link?.strength, 'weak')
  assert.equal(link.said, null)
  assert.equal(linkedValue(await tipDetail(1)), 'false')
  const named = { reportId: second, linkId: link.linkId, because }
  const judge = (verdict: string | null): Promise<ReviewedLink> =>
    post(analyst, `/api/reports/${first}/links/judge`, { ...named, verdict })
  assert.equal((await judge('confirmed')).said?.verdict, 'confirmed')
  await becomes(0, (tip) => linkedValue(tip) === 'true')
  const shown = await becomes(1, (tip) => linkedValue(tip) === 'true')
  const told = shown.derived.links.find(({ reportId }) => reportId === first)
  assert.equal(told?.clearinghouse?.verdict, 'confirmed')
  assert.equal(told.verdict, null, 'the agency said nothing of its own')
  await together(2)

  // The agency's own word comes first.
  await post(officer, `/api/tips/${tips[1]}/links/judge`, {
    reportId: first,
    linkId: link.linkId,
    verdict: 'rejected',
    because,
  })
  assert.equal(linkedValue(await tipDetail(1)), 'false')
  await together(0)
  await post(officer, `/api/tips/${tips[1]}/links/undo`, { reportId: first, linkId: link.linkId })
  assert.equal(linkedValue(await tipDetail(1)), 'true')

  // Several speak of it at once, at the clearinghouse and at the agency: each is answered, and one word stands of each.
  const verdicts = Array.from({ length: 8 }, (_, at) => (at % 2 === 0 ? 'confirmed' : 'rejected'))
  await Promise.all(verdicts.map(judge))
  const own = { ...named, reportId: first }
  await Promise.all(
    verdicts.map((verdict) => post(officer, `/api/tips/${tips[1]}/links/judge`, { ...own, verdict })),
  )
  await post(officer, `/api/tips/${tips[1]}/links/undo`, { reportId: first, linkId: link.linkId })

  assert.equal((await judge(null)).said, null)
  await becomes(0, (tip) => linkedValue(tip) === 'false')
  await becomes(1, (tip) => linkedValue(tip) === 'false')
  await together(0)
})

test('an agency’s people can neither label a report nor judge its links as the clearinghouse does', async () => {
  for (const path of ['label', 'links/judge'])
    assert.equal(
      (
        await officer.post(`/api/reports/${first}/${path}`, {
          label: 'referral',
          reportId: second,
          linkId: '1',
          verdict: 'confirmed',
          because,
        })
      ).status,
      403,
    )
  // Nor by the database, whose row policies are a lock of their own.
  const [inserted] = await server.database.query<{ n: number }>(
    `select count(*)::int as n from report_label where agency_id = 'wi-wisconsin'`,
  )
  assert.equal(inserted?.n, 0)
})
