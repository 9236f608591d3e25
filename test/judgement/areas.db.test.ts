/** Who receives what from where, and what of it needs an eye: through HTTP, held against what the pipeline does. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AnswerOf, PipelineView, ReviewView, ServingAnswer } from '@opentipline/contract'
import { people, signedIn } from '../faults/support/person.ts'
import { arrived, clientOf, fileThin, reportFrom } from '../faults/support/reports.ts'
import { startTestServer } from '../support/server.ts'

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Provider'))
const morgan = await signedIn(server, people.analyst.id)

const get = async <T>(path: string): Promise<T> => {
  const { status, text } = await morgan.get(path)
  assert.equal(status, 200, text)
  return JSON.parse(text)
}
const serving = (query: string): Promise<ServingAnswer> => get(`/api/areas/serving?${query}`)

/** Files a report that states an address of the reported person. */
const fileAt = async (account: string, address: { city?: string; state: string }): Promise<string> => {
  const report = reportFrom('nowhere', account)
  const parties = report.parties.map((party) => ({
    ...party,
    ipCaptures: [],
    person: { phones: [], emails: [], addresses: [{ ...address, country: 'US' }] },
  }))
  const { reportId } = await client.submit({ ...report, parties })
  await client.finish(reportId)
  assert.equal(await arrived(server, reportId), 'tip')
  return reportId
}
const agenciesOf = async (reportId: string): Promise<string[]> =>
  (
    await server.database.query<{ agency_id: string }>(
      'select agency_id from tip where report_id = $1 and withdrawn_at is null order by agency_id',
      [reportId],
    )
  ).map((row) => row.agency_id)

test('a ZIP code leads to its county and to the agency that is entered for it, with how sure the entry is', async () => {
  const milwaukee = await serving('postalCode=53202')
  assert.equal(milwaukee.agency?.agencyId, 'wi-wisconsin')
  assert.deepEqual([milwaukee.county?.name, milwaukee.county?.fips], ['Milwaukee', '55079'])
  assert.match(milwaukee.because, /by state/)
  const sanDiego = await serving('postalCode=92101')
  assert.equal(sanDiego.agency?.agencyId, 'ca-san-diego')
  assert.match(sanDiego.because, /by county/)
})

test('where the split of a state is not known, or nothing is entered, the answer says so and is not sure', async () => {
  const rest = await serving('countyFips=06001&state=CA')
  assert.equal(rest.confidence, 'low')
  assert.match(rest.because, /how the counties of CA are divided is not known/)
  const unknown = await serving('postalCode=00000')
  assert.equal(unknown.agency, null)
  assert.match(unknown.countyCaveat ?? '', /not in the table/)
  assert.ok(unknown.missing.length > 0)
})

test('nothing asked, and no day of the calendar, are refused in words', async () => {
  for (const [query, words] of [
    ['', /Give a ZIP code/],
    ['state=WI&on=2026-02-31', /no day of the calendar/],
    ['postalCode=5320', /postalCode/],
  ] as const) {
    const { status, text } = await morgan.get(`/api/areas/serving?${query}`)
    assert.equal(status, 400, query)
    assert.match(text, words)
  }
})

test('what is answered for a place is where a report from it goes', async () => {
  for (const [city, state] of [
    ['Milwaukee', 'WI'],
    ['San Diego', 'CA'],
    ['Chicago', 'IL'],
    ['Cheyenne', 'WY'],
  ] as const) {
    const { agency } = await serving(`city=${encodeURIComponent(city)}&state=${state}`)
    assert.deepEqual(await agenciesOf(await fileAt(`${city}-17`, { city, state })), [agency?.agencyId], city)
  }
})

test('every agency is listed with its mark, and a task force with an area', async () => {
  const { agencies } = await get<AnswerOf<'readAreas'>>('/api/areas')
  assert.equal(agencies.filter(({ kind }) => kind === 'task force').length, 61)
  for (const each of agencies)
    if (each.kind === 'task force') assert.ok(each.areas.length > 0 && each.mark, each.agencyId)
})

const readReview = (): Promise<ReviewView> => get('/api/review')

test('a report that went by a doubtful place is for an analyst to see, until somebody places it', async () => {
  const sure = await fileThin(client, 'wisconsin', 'sure')
  await arrived(server, sure)
  const doubtful = await fileAt('doubtful', { state: 'CA' })
  const before = await readReview()
  const line = before.doubtful.find((each) => each.reportId === doubtful)
  assert.match(line?.because ?? '', /uncertain/)
  assert.equal(line?.specificity, 'region')
  assert.ok(before.doubtful.every((each) => each.reportId !== sure))
  // Of the agency only its name: nothing of what it made of the report.
  assert.doesNotMatch(JSON.stringify(before), /"(state|band|lane|risk|decision)"/)
  const body = { role: 'subject', country: 'US', region: 'WI', because: 'Synthetic reason 17' }
  const { status, text } = await morgan.post(`/api/reports/${doubtful}/place`, body)
  assert.equal(status, 200, text)
  const after = await readReview()
  assert.ok(after.doubtful.every((each) => each.reportId !== doubtful))
  const [corrected] = after.corrected
  assert.deepEqual([corrected?.reportId, corrected?.place, corrected?.role], [doubtful, 'WI, US', 'subject'])
})

test('what came in is counted by span, and every stage is there with what waits in it', async () => {
  const view = await get<PipelineView>('/api/pipeline')
  const { fiveMinutes, hour, day } = view.received
  assert.ok(fiveMinutes > 0 && fiveMinutes <= hour && hour <= day)
  assert.deepEqual(
    view.stages.map(({ stage }) => stage),
    ['normalise', 'enrich', 'link', 'assess', 'route'],
  )
  for (const { stage, waiting, oldestAt } of view.stages) {
    assert.equal(view.waiting[stage] ?? 0, waiting, stage)
    assert.equal(oldestAt === null, waiting === 0, stage)
  }
})
