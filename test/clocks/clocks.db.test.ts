/** Clocks through the real API: what is recorded starts them, the board shows what ends next, a calendar tells no content. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type {
  AgencyTime,
  CalendarFeed,
  ClockBoard,
  ClockEntry,
  LogWindow,
  QueuePage,
  Report,
  TipClocks,
  TipDetail,
} from '@opentipline/contract'
import { type SignedIn, signedIn } from '../faults/support/person.ts'
import { prepareRefusal, whileRefused } from '../faults/support/refuse-entries.ts'
import { clientOf, reportFrom, tipOf } from '../faults/support/reports.ts'
import { eventually, startTestServer } from '../support/server.ts'

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Provider'))
const officer = await signedIn(server, 'demo-officer-wi')
const supervisor = await signedIn(server, 'demo-supervisor-wi')
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

const at = '2026-11-01T10:00:00Z'
const file = async (account: string): Promise<string> => {
  const base = reportFrom('wisconsin', account)
  const [party] = base.parties
  assert.ok(party)
  const report: Report = {
    ...base,
    parties: [{ ...party, ipCaptures: party.ipCaptures.map((capture) => ({ ...capture, at })) }],
  }
  const { reportId } = await client.submit(report)
  await client.finish(reportId)
  return tipOf(server, reportId, 'wi-wisconsin')
}
const tipId = await file('clock-1')
const address = reportFrom('wisconsin', 'x').parties[0]?.ipCaptures[0]?.ipAddress ?? ''

const clocks = (): Promise<TipClocks> => get(officer, `/api/tips/${tipId}/clocks`)
const kinds = async (): Promise<string[]> => (await clocks()).clocks.map(({ kind }) => kind).toSorted()
const nextOf = async (): Promise<string | undefined> =>
  (await get<QueuePage>(officer, '/api/tips')).rows.find((row) => row.tipId === tipId)?.nextClock?.name
const boardOf = async (query = ''): Promise<string[]> =>
  (await get<ClockBoard>(officer, `/api/clocks${query}`)).rows
    .filter((row) => row.tipId === tipId)
    .map(({ clock }) => clock.kind)

test('a submission has its provider’s hold, and warns of what it cannot measure', async () => {
  const told = await clocks()
  assert.deepEqual(
    told.clocks.map(({ kind, what, force }) => [kind, what, force]),
    [['provider hold', 'lost', 'law']],
  )
  assert.deepEqual(
    told.warnings.map(({ kind }) => kind).toSorted(),
    ['detection time', 'table empty']
      .concat(told.warnings.some(({ kind }) => kind === 'sharing unknown') ? ['sharing unknown'] : [])
      .toSorted(),
  )
  assert.equal(await nextOf(), 'provider hold ends')
  assert.deepEqual(await boardOf(), ['provider hold'])
})

test('a letter that somebody says was sent starts 90 days, a renewal makes 180, and taking it back stops it', async () => {
  const sent = new Date(Date.now() - 30 * 86_400_000)
  const letter = await post<ClockEntry>(officer, `/api/tips/${tipId}/clocks`, {
    kind: 'preservation letter',
    party: 'Example Provider',
    method: 'Synthetic portal',
    at: sent.toISOString(),
  })
  assert.equal(letter.by, 'Robin Sample')
  const [first] = (await clocks()).clocks.filter(({ kind }) => kind === 'preservation letter')
  const seconds = Math.floor(sent.getTime() / 1000) * 1000
  assert.equal(first?.at, new Date(seconds + 90 * 86_400_000).toISOString())
  assert.equal(await nextOf(), 'preservation by letter ends', 'the queue points at what ends next, at once')
  assert.deepEqual(await boardOf(), ['preservation letter', 'provider hold'])
  const renewal = await post<ClockEntry>(officer, `/api/tips/${tipId}/clocks`, {
    kind: 'preservation letter',
    party: 'Example Provider',
    at: new Date().toISOString(),
    renews: letter.entryId,
  })
  const [renewed] = (await clocks()).clocks.filter(({ kind }) => kind === 'preservation letter')
  assert.equal(renewed?.at, new Date(seconds + 180 * 86_400_000).toISOString())
  const future = await officer.post(`/api/tips/${tipId}/clocks`, {
    kind: 'preservation letter',
    party: 'Example Provider',
    at: new Date(Date.now() + 86_400_000).toISOString(),
  })
  assert.equal(future.status, 400, 'nothing is recorded as sent that was not')
  for (const entryId of [renewal.entryId, letter.entryId])
    await post(officer, `/api/tips/${tipId}/clocks/${entryId}/end`, { as: 'withdrawn', because: 'Synthetic' })
  assert.equal(
    (await officer.post(`/api/tips/${tipId}/clocks/${letter.entryId}/end`, { as: 'withdrawn', because: 'x' }))
      .status,
    409,
  )
  assert.deepEqual(await kinds(), ['provider hold'])
  assert.equal((await clocks()).entries.length, 2, 'what was taken back stays to be seen')
})

test('a warrant’s return is due by law until it is returned', async () => {
  const warrant = await post<ClockEntry>(officer, `/api/tips/${tipId}/clocks`, {
    kind: 'warrant return',
    party: 'Example Court',
    reference: 'SW-17',
    at: new Date(Date.now() + 9 * 86_400_000).toISOString(),
  })
  const due = (await clocks()).clocks.find(({ kind }) => kind === 'warrant return')
  assert.deepEqual([due?.what, due?.force, due?.citation], ['due', 'law', 'Warrant SW-17, Example Court'])
  await post(officer, `/api/tips/${tipId}/clocks/${warrant.entryId}/end`, {
    as: 'returned',
    because: 'Synthetic',
  })
  assert.deepEqual(await kinds(), ['provider hold'])
})

test('the agency’s own table measures an address from its own time, and the sweep brings it to the board', async () => {
  const body = {
    network: `${address}/128`,
    days: 3650,
    source: 'Synthetic letter of an operator',
    asOf: '2026-01-01',
    from: '2026-01-01',
  }
  assert.equal((await officer.post('/api/log-windows', body)).status, 403)
  for (const [field, value] of [
    ['asOf', '2026-02-30'],
    ['asOf', '2999-01-01'],
    ['network', '198.51.100.0/99'],
    ['to', '2025-01-01'],
  ] as const)
    assert.equal(
      (await supervisor.post('/api/log-windows', { ...body, [field]: value })).status,
      400,
      `${field} ${value}`,
    )
  const window = await post<LogWindow>(supervisor, '/api/log-windows', body)
  const clock = (await clocks()).clocks.find(({ kind }) => kind === 'log window')
  assert.equal(clock?.at, new Date(Date.parse(at) + 3650 * 86_400_000).toISOString())
  assert.equal(clock?.force, 'guidance')
  await eventually(async () => ((await boardOf()).includes('log window') ? true : undefined))
  assert.deepEqual((await get<{ windows: LogWindow[] }>(washington, '/api/log-windows')).windows, [])
  await post(supervisor, `/api/log-windows/${window.windowId}/end`, {
    to: '2026-10-31',
    because: 'Synthetic',
  })
  assert.deepEqual(await kinds(), ['provider hold'], 'the capture is after the day on which the entry ended')
  assert.ok((await clocks()).warnings.some(({ kind }) => kind === 'table silent'))
})

test('a time of the agency’s own is due while a tip is undecided, and a hold brings its own end', async () => {
  const time = await post<AgencyTime>(supervisor, '/api/agency-times', {
    name: 'First look',
    hours: 8000,
    authority: 'Synthetic general order 4',
    from: '2026-01-01',
  })
  const clock = (await clocks()).clocks.find(({ kind }) => kind === 'agency time')
  assert.deepEqual(
    [clock?.what, clock?.force, clock?.citation],
    ['due', 'agency policy', 'Synthetic general order 4'],
  )
  const holdUntil = new Date(Date.now() + 86_400_000).toISOString()
  await post(officer, `/api/tips/${tipId}/decisions`, {
    kind: 'hold',
    reasons: ['await-answer'],
    note: '',
    holdUntil,
  })
  assert.deepEqual(await kinds(), ['hold until', 'provider hold'])
  assert.equal(
    (await get<TipDetail>(officer, `/api/tips/${tipId}`)).row.nextClock?.name,
    'hold ends',
    'kept in the very transaction of the decision',
  )
  await post(officer, `/api/tips/${tipId}/reopen`, { note: '' })
  assert.deepEqual(await kinds(), ['agency time', 'provider hold'])
  await post(supervisor, `/api/agency-times/${time.timeId}/end`, { to: '2026-01-01', because: 'Synthetic' })
  assert.deepEqual(await kinds(), ['provider hold'])
  await eventually(async () => ((await boardOf()).length === 1 ? true : undefined))
})

test('a run of the pipeline keeps the clocks, and a clock that has passed gives way to the next', async () => {
  const letter = await post<ClockEntry>(officer, `/api/tips/${tipId}/clocks`, {
    kind: 'preservation letter',
    party: 'Example Provider',
    at: new Date().toISOString(),
  })
  await server.database.query(
    `select refire_unchecked((select report_id from tip where tip_id = $1), 'assess')`,
    [tipId],
  )
  await eventually(async () =>
    (await server.database.query('select from work')).length === 0 ? true : undefined,
  )
  assert.equal(await nextOf(), 'preservation by letter ends')
  await server.database.query(
    `update clock_entry set at = now() - interval '90 days' + interval '1 second' where entry_id = $1`,
    [letter.entryId],
  )
  await server.database.query(
    `insert into clock_work (tip_id, agency_id) select tip_id, agency_id from tip where tip_id = $1`,
    [tipId],
  )
  await eventually(async () => ((await nextOf()) === 'provider hold ends' ? true : undefined))
  assert.deepEqual(await boardOf('?past=true'), ['preservation letter'], 'the past one says so and stays')
})

test('the board’s pages follow each other without a gap, and closed tips are shown when asked for', async () => {
  const more: string[] = []
  for (let n = 0; n < 4; n++) more.push(await file(`board-${n}`))
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await get<ClockBoard>(officer, `/api/clocks?limit=2${after ? `&after=${after}` : ''}`)
    seen.push(...page.rows.map((row) => `${row.tipId} ${row.clock.key}`))
    after = page.next
  } while (after)
  const whole = (await get<ClockBoard>(officer, '/api/clocks?limit=200')).rows
  assert.deepEqual(
    seen,
    whole.map((row) => `${row.tipId} ${row.clock.key}`),
  )
  assert.deepEqual(
    whole.map((row) => row.clock.at),
    whole.map((row) => row.clock.at).toSorted(),
  )
  const [closed = ''] = more
  await post(officer, `/api/tips/${closed}/decisions`, { kind: 'decline', reasons: ['resources'], note: '' })
  const has = async (query: string) =>
    (await get<ClockBoard>(officer, `/api/clocks?${query}`)).rows.some((row) => row.tipId === closed)
  assert.deepEqual([await has(''), await has('closed=true')], [false, true])
  assert.deepEqual((await get<ClockBoard>(washington, '/api/clocks')).rows, [])
  assert.equal((await officer.get('/api/clocks?after=nonsense')).status, 400)
})

test('the calendar is a person’s own, is shown once, tells numbers and moments alone, and ends when revoked', async () => {
  const feed = await post<CalendarFeed>(officer, '/api/calendar')
  assert.match(feed.address ?? '', /^\/calendar\/[\w-]{43}\.ics$/)
  assert.equal((await get<CalendarFeed>(officer, '/api/calendar')).address, undefined, 'told once')
  const [stored] = await server.database.query<{ row: string }>(
    'select calendar_feed::text as row from calendar_feed',
  )
  assert.ok(!stored?.row.includes((feed.address ?? '').slice(10, 53)), 'only a digest is kept')
  const read = async (path: string) => {
    const answer = await fetch(`${server.address}${path}`)
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() }
  }
  const told = await read(feed.address ?? '')
  assert.deepEqual([told.status, told.type], [200, 'text/calendar; charset=utf-8'])
  assert.ok(told.text.includes(`SUMMARY:A clock ends: tip ${tipId}\r\n`))
  const words = new Set(told.text.split('\r\n').map((line) => line.split(/[:;]/)[0]))
  assert.deepEqual([...words].toSorted(), [
    '',
    'BEGIN',
    'CALSCALE',
    'CLASS',
    'DTSTAMP',
    'DTSTART',
    'END',
    'METHOD',
    'PRODID',
    'REFRESH-INTERVAL',
    'SUMMARY',
    'TRANSP',
    'UID',
    'VERSION',
    'X-WR-CALNAME',
  ])
  for (const trace of ['Example Provider', 'clock-1', address, 'Robin', 'hold', 'preserv'])
    assert.ok(!told.text.includes(trace), trace)
  const [entry] = await server.database.query<{ actor: string; acting_for: string }>(
    `select actor, acting_for from ledger_entry where action = 'calendar.read' order by at`,
  )
  assert.deepEqual(entry, { actor: 'person:demo-officer-wi', acting_for: 'wi-wisconsin' })
  const anew = await post<CalendarFeed>(officer, '/api/calendar')
  assert.equal((await read(feed.address ?? '')).status, 404, 'making another ends the first')
  await server.database.query(`update membership set ended_at = now() where person_id = 'demo-officer-wi'`)
  assert.equal((await read(anew.address ?? '')).status, 404, 'who has left the agency has no calendar of it')
  await server.database.query(`update membership set ended_at = null where person_id = 'demo-officer-wi'`)
  assert.equal((await read(anew.address ?? '')).status, 200)
  await post(officer, '/api/calendar/revoke')
  assert.equal((await read(anew.address ?? '')).status, 404)
  assert.equal((await read('/calendar/x.ics')).status, 404)
})

test('clocks are taken out as the board shows them: nothing a person wrote is a formula, after a fresh proof, with an entry and not without', async () => {
  await prepareRefusal(server.database)
  const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1+1', '\r=1+1']
  for (const formula of formulas)
    await post<ClockEntry>(officer, `/api/tips/${tipId}/clocks`, {
      kind: 'warrant return',
      party: `${formula} court`,
      at: '2030-01-01T00:00:00Z',
    })
  // A party stands inside a sentence; an agency's own name for a time stands alone, and so does the rule it names.
  for (const [place, formula] of formulas.slice(0, 4).entries())
    await post<AgencyTime>(supervisor, '/api/agency-times', {
      name: `${formula} time`,
      hours: 8_000 + place,
      authority: `${formula} rule`,
      from: '2020-01-01',
    })
  await eventually(async () => {
    const { counts } = await get<ClockBoard>(officer, '/api/clocks')
    return (counts['agency time'] ?? 0) >= 4 ? true : undefined
  })
  const path = '/api/clocks/export?format=csv'
  const proven = (moment: string) => server.database.query(`update session set proven_at = ${moment}`)
  await proven(`now() - interval '1 hour'`)
  assert.match((await officer.get(path)).text, /step-up-needed/)
  await proven('now()')
  assert.equal((await whileRefused(server.database, 'clocks.exported', () => officer.get(path))).status, 500)
  const told = await officer.get(path)
  assert.equal(told.status, 200, told.text)
  assert.match(
    told.text,
    /^\ufeff?"Tip","Report","Clock","Kind","When it ends","Ends \(UTC\)","Force","Authority"/,
  )
  assert.match(told.text, /Warrant return/)
  assert.doesNotMatch(told.text, /"[\s\p{Cc}]*[=+\-@]/u, 'no cell begins as a formula')
  for (const formula of formulas.slice(0, 4)) assert.ok(told.text.includes(`'${formula} time"`), formula)
  const { rows, next } = await get<ClockBoard>(officer, '/api/clocks?limit=200')
  assert.equal(next, undefined)
  const ends = told.text.match(/\d{4}-\d\d-\d\dT[\d:.]+Z?/g) ?? []
  assert.ok(ends.length >= rows.length, 'every clock of the board is in it')
  const spanish = await officer.get(`${path}&language=es&kind=warrant%20return`)
  assert.match(spanish.text, /^\ufeff?"Aviso","Informe","Plazo","Tipo"/)
  assert.match(spanish.text, /Devolución de orden/)
  assert.doesNotMatch(spanish.text, /Plazo propio/, 'the filter of the board is the export’s')
  assert.equal((await officer.get('/api/clocks/export?format=xlsx')).text.slice(0, 2), 'PK')
  assert.doesNotMatch((await washington.get(path)).text, /SUM/, 'another agency’s clocks')
  const entries = await server.database.query(`select from ledger_entry where action = 'clocks.exported'`)
  assert.equal(entries.length, 4)
})
