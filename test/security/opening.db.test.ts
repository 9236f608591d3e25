/** Opening a file, through HTTP: what stands in the way, what is on record before a byte leaves, and what is counted. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { test } from 'node:test'
import type { FileGate } from '@opentipline/contract'
import { solidPng } from '../../packages/cli/src/demo/png.ts'
import {
  authorise,
  fileWithBytes,
  flipBit,
  objectPath,
  openUnder,
  purpose,
  warrant,
} from '../faults/support/opening.ts'
import { people, signedIn } from '../faults/support/person.ts'
import { prepareRefusal, whileRefused } from '../faults/support/refuse-entries.ts'
import { clientOf } from '../faults/support/reports.ts'
import {
  outcomeOf,
  refusedByCheck,
  refusedByForeignKey,
  refusedByPrivilege,
} from '../faults/support/as-role.ts'
import { startTestServer } from '../support/server.ts'

const server = await startTestServer()
await prepareRefusal(server.database)
const client = clientOf(server.address, await server.addProvider('Example Provider'))
const robinCookie = await server.signIn(people.wisconsin.id)
const robin = await signedIn(server, people.wisconsin.id)
const supervisor = await signedIn(server, 'demo-supervisor-wi')
const casey = await signedIn(server, people.washington.id)
const morgan = await signedIn(server, people.analyst.id)

const png = solidPng([40, 90, 160], 32)
const large = randomBytes(200_000)
const page = Buffer.from('<!doctype html><title>Synthetic</title>')
const filed = await fileWithBytes(server, client, 'opening-1', [
  { bytes: png, viewed: false },
  { bytes: large, viewed: false },
  { bytes: page },
])
const { tipId, reportId } = filed
const [pngId = '', largeId = '', pageId = ''] = filed.fileIds
const at = (fileId: string, rest: string): string => `/api/tips/${tipId}/files/${fileId}/${rest}`

const bytesOf = async (openingId: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${server.address}/api/openings/${openingId}/bytes`, {
    headers: { cookie: robinCookie, ...headers },
  })
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) }
}
const filesOf = async (): Promise<FileGate[]> => {
  const { body, status, text } = await robin.get(`/api/tips/${tipId}/files`)
  assert.equal(status, 200, text)
  return (body as { files: FileGate[] }).files
}
const fileOf = async (fileId: string): Promise<FileGate> => {
  const found = (await filesOf()).find((each) => each.fileId === fileId)
  assert.ok(found)
  return found
}
const entries = (action: string, about: string) =>
  server.database.query<{ canonical: Buffer; at: Date }>(
    `select canonical, at from ledger_entry where action = $1 and convert_from(canonical, 'UTF8') like $2 order by at`,
    [action, `%${about}%`],
  )

test('nothing is opened through a closed gate, and the attempt is on record', async () => {
  const { status, body } = await robin.post(at(pngId, 'open'), purpose)
  assert.equal(status, 403)
  assert.equal(Reflect.get(body as object, 'code'), 'gate-closed')
  assert.equal((await fileOf(pngId)).mayOpen, false)
  assert.equal((await entries('file.open-refused', pngId)).length, 1)
  assert.deepEqual(await server.database.query('select from file_opening'), [])
})

test('where the gate says that no warrant is needed, nothing more is, and "not stated" opens nothing', async () => {
  const other = await fileWithBytes(server, client, 'opening-viewed', [
    { bytes: png, viewed: true },
    { bytes: png },
  ])
  const [viewed = '', notStated = ''] = other.fileIds
  const open = (fileId: string) => robin.post(`/api/tips/${other.tipId}/files/${fileId}/open`, purpose)
  assert.equal((await open(viewed)).status, 200)
  assert.equal((await open(notStated)).status, 403)
  const [opening] = await server.database.query(
    'select gate, authority_id from file_opening where file_id = $1',
    [viewed],
  )
  assert.deepEqual(opening, { gate: 'no warrant needed', authority_id: null })
  await server.database.query('delete from file_opening')
})

test('a warrant without its court, number or date is no warrant, here and in the database', async () => {
  const { court: _, ...courtless } = warrant
  for (const body of [courtless, { ...warrant, dated: '2026-02-30' }, { kind: 'consent', note: 'Synthetic' }])
    assert.equal((await robin.post(at(pngId, 'authorities'), body)).status, 400)
  const insert = `insert into file_authority (file_id, report_id, tip_id, agency_id, person_id, kind, note)
    values ($1, $2, $3, 'wi-wisconsin', 'demo-officer-wi', 'warrant', 'x')`
  const settings = { agencies: '{wi-wisconsin}', person: 'demo-officer-wi' }
  const told = await outcomeOf(server.database.url, 'tipline_desk', settings, insert, [
    pngId,
    reportId,
    tipId,
  ])
  assert.equal(told, refusedByCheck)
})

test('an authority opens the gate for that file alone, until it is withdrawn', async () => {
  const authorityId = await authorise(robin, tipId, pngId)
  assert.deepEqual(
    (await filesOf()).map((each) => each.mayOpen),
    [true, false, false],
  )
  assert.equal((await robin.post(at(largeId, 'open'), purpose)).status, 403)
  const because = { because: 'Synthetic reason 18' }
  assert.equal((await robin.post(at(pngId, `authorities/${authorityId}/withdraw`), because)).status, 200)
  assert.equal((await robin.post(at(pngId, `authorities/${authorityId}/withdraw`), because)).status, 409)
  assert.equal((await robin.post(at(pngId, 'open'), purpose)).status, 403)
  const { authorities } = await fileOf(pngId)
  assert.equal(authorities[0]?.withdrawn?.because, 'Synthetic reason 18')
})

test('the database refuses an opening without ground, and one under another file’s authority', async () => {
  const authorityId = await authorise(robin, tipId, pngId)
  const insert = `insert into file_opening (file_id, report_id, tip_id, agency_id, person_id, purpose, reason, gate, authority_id)
    values ($1, $2, $3, 'wi-wisconsin', 'demo-officer-wi', 'x', 'x', 'unsettled', $4)`
  const settings = { agencies: '{wi-wisconsin}', person: 'demo-officer-wi' }
  const attempt = (fileId: string, authority: string | null) =>
    outcomeOf(server.database.url, 'tipline_desk', settings, insert, [fileId, reportId, tipId, authority])
  assert.equal(await attempt(largeId, null), refusedByCheck)
  assert.equal(await attempt(largeId, authorityId), refusedByForeignKey)
  assert.equal(await attempt(pngId, authorityId), 'accepted (0 rows)')
  const direct = await outcomeOf(
    server.database.url,
    'tipline_desk',
    settings,
    'select wrapped_key from file',
  )
  assert.equal(direct, refusedByPrivilege)
})

test('the bytes come whole, as nothing that runs, kept by nobody, and on record before the first', async () => {
  const openingId = await openUnder(robin, tipId, pngId)
  const { answer, bytes } = await bytesOf(openingId)
  assert.ok(bytes.equals(Buffer.from(png)))
  const expected = {
    'content-type': 'image/png',
    'cache-control': 'no-store',
    'content-disposition': `attachment; filename="opening-${openingId}"`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  }
  for (const [name, value] of Object.entries(expected)) assert.equal(answer.headers.get(name), value, name)
  const [opened] = await entries('file.opened', pngId)
  const told = JSON.parse(String(opened?.canonical))
  assert.equal(told.reason, 'assess the report')
  assert.equal(told.details.gate, 'unsettled')
  assert.ok(told.details.authority)
  assert.ok(!String(opened?.canonical).includes('Synthetic reason'), 'words stay with the opening')
  assert.equal((await entries('file.read', `"opening":"${openingId}"`)).length, 1)
})

test('no byte leaves where the entry cannot be written', async () => {
  const openingId = await openUnder(robin, tipId, pngId)
  const { answer, bytes } = await whileRefused(server.database, 'file.read', () => bytesOf(openingId))
  assert.equal(answer.status, 500)
  assert.ok(!bytes.includes(Buffer.from(png).subarray(0, 8)))
  const refused = await whileRefused(server.database, 'file.opened', () =>
    robin.post(at(pngId, 'open'), purpose),
  )
  assert.equal(refused.status, 500)
  const [{ unread } = { unread: -1 }] = await server.database.query<{ unread: number }>(
    'select count(*)::int as unread from file_opening where opening_id = $1 and streamed_at is null',
    [openingId],
  )
  assert.equal(unread, 1, 'what was not given out is not counted as seen')
})

test('a range gives its bytes and no other', async () => {
  const openingId = await openUnder(robin, tipId, largeId)
  const { answer, bytes } = await bytesOf(openingId, { range: 'bytes=70000-150000' })
  assert.equal(answer.status, 206)
  assert.equal(answer.headers.get('content-range'), 'bytes 70000-150000/200000')
  assert.ok(bytes.equals(large.subarray(70_000, 150_001)))
  assert.equal((await bytesOf(openingId, { range: 'bytes=200000-' })).answer.status, 416)
})

test('a page is bytes: it is sent as nothing that a browser would run', async () => {
  const { answer } = await bytesOf(await openUnder(robin, tipId, pageId))
  assert.equal(answer.headers.get('content-type'), 'application/octet-stream')
})

test('an opening is its person’s, for a quarter of an hour', async () => {
  const openingId = await openUnder(supervisor, tipId, pngId)
  assert.equal((await bytesOf(openingId)).answer.status, 404, 'of the same agency')
  assert.equal((await casey.get(`/api/openings/${openingId}/bytes`)).status, 404, 'of another')
  const own = await openUnder(robin, tipId, pngId)
  await server.database.query(
    `update file_opening set opened_at = opened_at - interval '16 minutes' where opening_id = $1`,
    [own],
  )
  assert.equal((await bytesOf(own)).answer.status, 404)
})

test('who has not proven themselves just now opens nothing, and that is on record', async () => {
  await authorise(robin, tipId, pngId)
  const before = (await entries('file.open-refused', 'step-up-needed')).length
  await server.database.query(`update session set proven_at = now() - interval '10 minutes'`)
  const { status, body } = await robin.post(at(pngId, 'open'), purpose)
  assert.equal(Reflect.get(body as object, 'code'), 'step-up-needed', `${status}`)
  assert.equal((await entries('file.open-refused', 'step-up-needed')).length, before + 1)
  await server.database.query('update session set proven_at = now()')
  assert.equal((await robin.post(at(pngId, 'open'), purpose)).status, 200)
})

test('an agency’s own limit of openings a day holds, is told before, and a supervisor lifts it for the day', async () => {
  const limitOf = async (who: typeof robin) =>
    Reflect.get((await who.get('/api/viewing')).body as object, 'limit')
  assert.equal(await limitOf(robin), null, 'there is none until the agency sets one')
  const opened = await server.database.query(
    `select from file_opening where person_id = $1 and opened_at >= (now() at time zone 'UTC')::date`,
    [people.wisconsin.id],
  )
  await server.database.query(
    `insert into agency_rule_version (agency_id, rule, version, value, because, state, set_by, in_force_from)
     values ('wi-wisconsin', 'openings-a-day', 1, to_jsonb($1::int), 'x', 'in force', 'demo-supervisor-wi', now())`,
    [opened.length + 1],
  )
  const open = () => robin.post(at(pngId, 'open'), purpose)
  assert.deepEqual(await limitOf(robin), { perDay: opened.length + 1, left: 1, liftedToday: false })
  assert.equal((await open()).status, 200)
  const spent = await open()
  assert.deepEqual([spent.status, Reflect.get(spent.body as object, 'code')], [409, 'openings-spent'])
  assert.equal((await entries('file.open-refused', 'openings-spent')).length, 1)
  const lift = (who: typeof robin, personId: string = people.wisconsin.id) =>
    who.post('/api/viewing/lifts', { personId, because: 'Synthetic reason 1' })
  assert.equal((await lift(robin)).status, 403)
  assert.equal((await lift(supervisor, 'demo-supervisor-wi')).status, 403, 'nobody lifts it for themselves')
  assert.equal((await lift(supervisor, people.washington.id)).status, 400)
  assert.equal(
    (await whileRefused(server.database, 'viewing.limit-lifted', () => lift(supervisor))).status,
    500,
  )
  assert.equal((await lift(supervisor)).status, 200)
  assert.equal((await lift(supervisor)).status, 409)
  assert.equal((await open()).status, 200)
  await server.database.query(`update view_lift set day = day - 1`)
  assert.equal((await open()).status, 409, 'it was lifted for that day alone')
  await server.database.query(`delete from agency_rule_version where rule = 'openings-a-day'`)
})

test('stored bytes that are not what was received are an incident, and the answer is cut short', async () => {
  const openingId = await openUnder(robin, tipId, largeId)
  await flipBit(server, largeId, 100)
  await assert.rejects(bytesOf(openingId), 'the last piece was damaged and must not look like an end')
  const { body } = await morgan.get('/api/incidents')
  const [incident] = (body as { incidents: { incidentId: string; kind: string; fileId: string }[] }).incidents
  assert.deepEqual([incident?.kind, incident?.fileId], ['mismatch', largeId])
  assert.equal((await entries('incident.found', largeId)).length, 1)
  assert.equal((await fileOf(largeId)).incident?.kind, 'mismatch')
  await assert.rejects(bytesOf(openingId))
  assert.equal(
    (await entries('incident.found', largeId)).length,
    1,
    'it is one incident, however often it is met',
  )
  await flipBit(server, largeId, 100)
  assert.equal((await bytesOf(openingId)).answer.status, 200, 'the bytes are right again; the incident stays')
  assert.equal((await fileOf(largeId)).incident?.kind, 'mismatch')
})

test('a whole file whose hash is not the one on record never arrives whole', async () => {
  const openingId = await openUnder(robin, tipId, pngId)
  await server.database.query(`update file set sha256 = repeat('0', 64) where file_id = $1`, [pngId])
  const { answer, bytes } = await bytesOf(openingId)
  assert.equal(answer.status, 500, 'a file of one piece is refused before its first byte')
  assert.equal(JSON.parse(String(bytes)).code, 'file-damaged')
  assert.equal((await entries('incident.found', pngId)).length, 1)
})

test('a missing object is told as such before anything is answered', async () => {
  const openingId = await openUnder(robin, tipId, pageId)
  await rm(objectPath(server, pageId))
  const { answer, bytes } = await bytesOf(openingId)
  assert.equal(answer.status, 500)
  assert.equal(JSON.parse(String(bytes)).code, 'file-damaged')
  assert.equal((await fileOf(pageId)).incident?.kind, 'missing')
})

test('a person sees their own count, and colleagues see that a file was looked at and not by whom', async () => {
  const { body } = await robin.get('/api/viewing')
  const [{ views } = { views: -1 }] = await server.database.query<{ views: number }>(
    `select count(*)::int as views from file_opening where person_id = $1 and streamed_at is not null`,
    [people.wisconsin.id],
  )
  assert.equal(Reflect.get(body as object, 'today'), views)
  assert.ok(views > 0)
  const colleague = await supervisor.get('/api/viewing')
  assert.equal(Reflect.get(colleague.body as object, 'today'), 0)
  const { text } = await supervisor.get(`/api/tips/${tipId}/files`)
  const seen = (JSON.parse(text) as { files: FileGate[] }).files.find((each) => each.fileId === pngId)?.seen
  assert.ok(seen && seen.times > 0)
  assert.deepEqual(Object.keys(seen).toSorted(), ['lastAt', 'times'])
})

const weeks = async () => {
  const { body, status } = await supervisor.get('/api/viewing/sums')
  assert.equal(status, 200)
  return (body as { weeks: { views: number | null }[] }).weeks.map((each) => each.views)
}

test('a supervisor sees sums of whole past weeks, and none of a week with fewer than five people', async () => {
  assert.deepEqual(await weeks(), [], 'the running week is not told')
  await server.database.query(
    `with p as (insert into person (person_id, name) select 'viewer-' || n, 'Viewer ' || n from generate_series(1, 5) n returning person_id)
     insert into membership (person_id, agency_id, role) select person_id, 'wi-wisconsin', 'officer' from p`,
  )
  const look = (person: number) =>
    server.database.query(
      `insert into file_opening (file_id, report_id, tip_id, agency_id, person_id, purpose, reason, gate, opened_at, streamed_at)
       values ($1, $2, $3, 'wi-wisconsin', $4, 'x', 'x', 'no warrant needed', now(), date_trunc('week', now() at time zone 'UTC') at time zone 'UTC' - interval '2 days')`,
      [pngId, reportId, tipId, `viewer-${person}`],
    )
  for (const person of [1, 2, 3, 4, 4, 4]) await look(person)
  assert.deepEqual(await weeks(), [null])
  await look(5)
  assert.deepEqual(await weeks(), [7])
  assert.equal((await robin.get('/api/viewing/sums')).status, 403)
})

test('a preference is kept for the person and for nobody else', async () => {
  const wish = { blurPixels: 0, greyscale: false, muted: true, breakMinutes: 45 }
  assert.equal((await robin.post('/api/viewing', wish)).status, 200)
  const mine = (await robin.get('/api/viewing')).body as { preference: unknown; chosen: boolean }
  assert.deepEqual([mine.preference, mine.chosen], [wish, true])
  const other = (await supervisor.get('/api/viewing')).body as { preference: unknown; chosen: boolean }
  assert.deepEqual(
    other.preference,
    { blurPixels: 8, greyscale: true, muted: true, breakMinutes: 20 },
    'who chose nothing sees and hears as little as leaves a file recognisable',
  )
  assert.equal(other.chosen, false)
  assert.equal((await robin.post('/api/viewing', { ...wish, blurPixels: 41 })).status, 400)
})

test('an incident is closed by a supervisor of the clearinghouse, with what was done', async () => {
  const { body } = await morgan.get('/api/incidents')
  const [incident] = (body as { incidents: { incidentId: string }[] }).incidents
  const path = `/api/incidents/${incident?.incidentId}/resolve`
  assert.equal((await morgan.post(path, { says: 'Synthetic' })).status, 403)
})
