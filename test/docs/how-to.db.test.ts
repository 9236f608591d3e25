/** The guides that need a server, run as they are written. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { callerOf, openReport } from '../conformance/calls.ts'
import { eventually, startTestServer } from '../support/server.ts'
import { checkGuide } from './blocks.ts'
import { workFolder } from './work-folder.ts'

/** One for all guides, in this order: those that show an empty program come first. */
const server = await startTestServer()

test('evidence is re-hashed and its keys rotated as the guide says', async (t) => {
  await checkGuide('how-to/open-a-file.md', await workFolder(t), { TIPLINE_DATA: server.dataDir })
})

test('evidence is looked at again as the guide on incidents says', async (t) => {
  await checkGuide('how-to/close-an-incident.md', await workFolder(t), { TIPLINE_DATA: server.dataDir })
})

test('a provider is added as the guide says', async (t) => {
  // With npm's own npx, as people have it.
  const folder = await workFolder(t, 'npx of npm')
  await checkGuide('how-to/add-a-provider.md', folder, { TIPLINE_DATA: server.dataDir })
  const made = await server.database.query(
    'select name, environment from provider_credential join provider using (provider_id) order by environment',
  )
  assert.deepEqual(made, [
    { name: 'Example Photos', environment: 'live' },
    { name: 'Example Photos', environment: 'test' },
  ])
})

test('a report is filed with curl as the guide says', async (t) => {
  const { username, password } = await server.addProvider('Example Photos', 'test')
  await checkGuide('how-to/file-a-report-with-curl.md', await workFolder(t), {
    TIPLINE: server.address,
    PROVIDER: `${username}:${password}`,
  })
  const reports = await server.database.query('select state, environment from report order by report_id')
  assert.deepEqual(reports, [{ state: 'finished', environment: 'test' }])
})

test('a tip is imported as the guide says', async (t) => {
  await checkGuide('how-to/import-a-tip.md', await workFolder(t), {
    TIPLINE: server.address,
    TIPLINE_DATA: server.dataDir,
  })
  const reports = await server.database.query(
    'select imported_for, source_report_id from report where imported_for is not null',
  )
  assert.deepEqual(reports, [{ imported_for: 'wi-wisconsin', source_report_id: '900000017' }])
})

test('the log is verified as the guide says', async (t) => {
  const { username, password, authorization } = await server.addProvider('Example Photos', 'test')
  const caller = callerOf(server.address, authorization)
  const report = await openReport(caller)
  await caller.form('/finish', { id: report })
  // A receipt is promised some seconds after; the guide says so, and a test waits for it.
  await eventually(async () => {
    const answer = await fetch(`${server.address}/ispws-ext/receipt?id=${report}`, {
      headers: { authorization },
    })
    return answer.ok ? true : undefined
  }, 60_000)
  await checkGuide('how-to/verify-the-log.md', await workFolder(t), {
    TIPLINE: server.address,
    TIPLINE_DATA: server.dataDir,
    PROVIDER: `${username}:${password}`,
    REPORT: report,
  })
})

test('the report of the tutorial comes into the officer’s queue', async (t) => {
  const { username, password } = await server.addProvider('My Service')
  await checkGuide('tutorials/first-hour.md', await workFolder(t), {
    TIPLINE: server.address,
    TIPLINE_DATA: server.dataDir,
    PROVIDER: `${username}:${password}`,
  })
  const [tip] = await eventually(async () => {
    const tips = await server.database.query<{ agency_id: string; lane: string }>(
      `select agency_id, lane from tip join report using (report_id) join provider using (provider_id) where name = 'My Service'`,
    )
    return tips.length > 0 ? tips : undefined
  })
  assert.equal(tip?.agency_id, 'wi-wisconsin')
  assert.equal(tip.lane, 'work')
})

test('an entry of the table of log windows is added, and clocks are read into a calendar, as the guides say', async (t) => {
  const cookie = await server.signIn('demo-supervisor-wi')
  const folder = await workFolder(t)
  await checkGuide('how-to/keep-the-table-of-log-windows.md', folder, {
    TIPLINE: server.address,
    COOKIE: cookie,
  })
  const made = await server.database.query('select network::text, days from log_window')
  assert.deepEqual(made, [{ network: '192.0.2.0/24', days: 180 }])
  const answer = await fetch(`${server.address}/api/calendar`, {
    method: 'POST',
    headers: { cookie: await server.signIn('demo-officer-wi'), 'content-type': 'application/json' },
    body: '{}',
  })
  const feed: { address?: string } = await answer.json()
  await checkGuide('how-to/see-clocks-in-your-calendar.md', folder, {
    CALENDAR: `${server.address}${feed.address}`,
  })
})
