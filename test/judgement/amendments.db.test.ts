import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AssessmentList, ImportResult, TipDetail } from '@opentipline/contract'
import { signedIn } from '../faults/support/person.ts'
import { clientOf, fileThin, tipOf } from '../faults/support/reports.ts'
import pg from 'pg'
import { eventually, startTestServer } from '../support/server.ts'

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Provider'))
const officer = await signedIn(server, 'demo-officer-wi')

const get = async <T>(path: string): Promise<T> => {
  const told = await officer.get(path)
  assert.equal(told.status, 200, told.text)
  return told.body as T
}
const post = async (path: string, body: unknown): Promise<unknown> => {
  const told = await officer.post(path, body)
  assert.equal(told.status, 200, told.text)
  return told.body
}
const read = (tipId: string): Promise<TipDetail> => get(`/api/tips/${tipId}`)
const decline = (tipId: string) =>
  post(`/api/tips/${tipId}/decisions`, { kind: 'decline', reasons: ['resources'], note: '' })
/** The tip once this became known after the decision: a link to another report here may be told earlier. */
const withNews = (tipId: string, news: RegExp): Promise<TipDetail> =>
  eventually(async () => {
    const tip = await read(tipId)
    return tip.decisions[0]?.madeBefore.some((each) => news.test(each)) ? tip : undefined
  })

const valueOf = (tip: TipDetail, name: string) =>
  tip.assessment?.signals.find((each) => each.name === name)?.value
const signal = (tip: TipDetail) => valueOf(tip, 'registered offender')
const linked = (tip: TipDetail) => valueOf(tip, 'linked to other reports')

/** The exported document of a report, as another agency would be sent it. */
const exported = async (): Promise<Record<string, unknown>> => {
  const reportId = await fileThin(client, 'wisconsin', 'amended-source')
  await tipOf(server, reportId, 'wi-wisconsin')
  const document: Record<string, unknown> = await get(`/api/reports/${reportId}/le-json`)
  // The number by which a later document is known to be about the same report.
  return { ...document, reportId: '900000017' }
}
/** The same document with one statement about the reported person. */
const stating = (document: Record<string, unknown>, key: string, value: string): Record<string, unknown> => {
  const changed = structuredClone(document)
  const add = (node: unknown): boolean => {
    if (typeof node !== 'object' || node === null) return false
    if ('reportedPersons' in node && Array.isArray(node.reportedPersons)) {
      Object.assign(node.reportedPersons[0] ?? {}, { [key]: value })
      return true
    }
    return Object.values(node).some(add)
  }
  assert.ok(add(changed), 'the document has a reported person')
  return changed
}
const importIt = async (document: unknown, name: string): Promise<ImportResult> =>
  (await post(`/api/imports?name=${name}.json`, document)) as ImportResult

test('a supplement by a later document is judged, keeps the old judgement, and is told to who had decided', async () => {
  const document = await exported()
  const { reportId } = await importIt(document, 'first')
  const tipId = await tipOf(server, reportId, 'wi-wisconsin')
  await decline(tipId)
  const before = await read(tipId)
  const again = await importIt(stating(document, 'convictedSexOffender', 'Yes'), 'second')
  assert.equal(again.reportId, reportId, 'one report, amended')
  const after = await withNews(tipId, /offender.*Now yes; at the decision not known/)
  assert.equal(after.row.state, 'declined', 'the decision stands until a person changes it')
  assert.deepEqual([signal(before), signal(after)], ['unknown', 'true'])
  const { assessments } = await get<AssessmentList>(`/api/tips/${tipId}/assessments`)
  assert.deepEqual([...new Set(assessments.map((each) => each.revision))].toSorted(), [1, 2])
  const [kept] = await server.database.query<{ revisions: number[] }>(
    'select array_agg(distinct revision order by revision) as revisions from finding where report_id = $1',
    [reportId],
  )
  assert.deepEqual(kept?.revisions, [1, 2], 'what was found at the time is kept')
})

test('a corrected place is told to who had decided, and what was found before it is kept with its time', async () => {
  const reportId = await fileThin(client, 'wisconsin', 'amended-place')
  const tipId = await tipOf(server, reportId, 'wi-wisconsin')
  await decline(tipId)
  await post(`/api/reports/${reportId}/place`, {
    role: 'child',
    country: 'US',
    region: 'WI',
    city: 'Example City',
    postalCode: '53703',
    because: 'Synthetic reason',
  })
  await withNews(tipId, /child.*Now yes/i)
  const past = await server.database.query(
    'select from report_facts_past where report_id = $1 and replaced_at >= made_at',
    [reportId],
  )
  assert.equal(past.length, 1)
})

test('a reading that an amendment overtakes shows the tip as it was before, whole, and the next one as it is after', async () => {
  const first = await fileThin(client, 'wisconsin', 'amended-meanwhile')
  const tipId = await tipOf(server, first, 'wi-wisconsin')
  await decline(tipId)
  // The first reading of a person holds the tip against the pipeline for its while; a later one does not.
  await read(tipId)
  const owner = new pg.Client({ connectionString: server.database.url })
  await owner.connect()
  let overtaken: Promise<TipDetail>
  try {
    // Notes are read after the judgement and before the decisions, and no stage of the pipeline touches them.
    await owner.query('begin; lock table note in access exclusive mode')
    overtaken = read(tipId)
    await eventually(async () => {
      const waiting = await server.database.query(
        `select from pg_locks where not granted and relation = 'note'::regclass`,
      )
      return waiting.length > 0 || undefined
    })
    await tipOf(server, await fileThin(client, 'wisconsin', 'amended-meanwhile'), 'wi-wisconsin')
    await eventually(async () => {
      const told = await server.database.query('select from tip_news where tip_id = $1', [tipId])
      return told.length > 0 || undefined
    })
  } finally {
    await owner.query('commit')
    await owner.end()
  }
  const before = await overtaken
  assert.deepEqual([linked(before), before.decisions[0]?.madeBefore], ['false', []])
  const after = await withNews(tipId, /Now yes; at the decision no/)
  assert.equal(linked(after), 'true')
})

test('a run that finds nothing new tells nothing', async () => {
  const reportId = await fileThin(client, 'wisconsin', 'amended-not')
  const tipId = await tipOf(server, reportId, 'wi-wisconsin')
  await decline(tipId)
  await server.database.query(
    `insert into work (report_id, revision, stage) values ($1, 1, 'normalise') on conflict do nothing`,
    [reportId],
  )
  await eventually(async () => {
    const left = await server.database.query('select from work where report_id = $1', [reportId])
    return left.length === 0 || undefined
  })
  const { decisions, row } = await read(tipId)
  assert.deepEqual(decisions[0]?.madeBefore, [])
  assert.equal(row.amended, false)
})
