/** What a report says is in no output of the server and in no entry of the log, also where something fails over it. */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { describeFile } from '@opentipline/client'
import type { Party, Report } from '@opentipline/contract'
import { printReport } from '@opentipline/formats'
import { openAdministration, openLog } from '@opentipline/server'
import { freshDatabase } from '../support/database.ts'
import { serve } from '../support/serve.ts'
import { cookiesAfter, eventually } from '../support/server.ts'
import { clientOf, reportFrom } from '../faults/support/reports.ts'

/** Stands in everything that a provider, or an importing agency, says in words of its own. */
const mark = 'markedcontent17'

const marked = (account: string): Report => {
  const plain = reportFrom('wisconsin', account)
  const [party] = plain.parties
  assert.ok(party)
  const who: Party = {
    ...party,
    espIdentifier: `${mark}-${account}`,
    screenName: `${mark}-name`,
    displayNames: [`${mark} display`],
    profileUrls: [`https://example.com/${mark}`],
    additionalInfo: [`Synthetic ${mark}`],
  }
  return { ...plain, parties: [who], additionalInfo: [`Synthetic narrative ${mark}`] }
}

test('marked content goes the whole way, failures included, and comes out of no log', async (t) => {
  const database = await freshDatabase(t)
  const dataDir = await mkdtemp(join(tmpdir(), 'tipline-marked-'))
  t.after(() => rm(dataDir, { recursive: true, force: true }))
  const output: string[] = []
  const server = serve({ dataDir, databaseUrl: database.url, onOutput: (text) => output.push(text) })
  t.after(() => server.kill())
  const address = await server.ready
  const administration = await openAdministration({ dataDir, operator: 'test', log: openLog('silent') })
  const credential = await administration.addProvider({ name: 'Example Provider', environment: 'live' })
  await administration.close()
  const client = clientOf(address, credential)

  const { reportId } = await client.submit(marked('way'))
  const { fileId } = await client.upload(reportId, Buffer.from(mark), { name: `${mark}.bin` })
  await client.fileInfo(reportId, fileId, describeFile({ viewedByEsp: true }))
  await client.finish(reportId)
  const tip = await eventually(
    async () => (await database.query<{ id: string }>('select tip_id as id from tip'))[0],
    60_000,
  )

  // An error of the database that quotes what it failed on, in the pipeline and in a call.
  await database.query(`create function fail_on() returns trigger language plpgsql as $$
    begin raise exception 'failed on %', (select string_agg(convert_from(bytes, 'UTF8'), '') from document); end $$`)
  await database.query('grant select on document to public')
  await database.query(
    'create trigger fail_on before insert on report_identifier for each row execute function fail_on()',
  )
  const { reportId: failing } = await client.submit(marked('failing'))
  await client.finish(failing)
  await eventually(
    async () => (await database.query('select from work where last_error is not null'))[0],
    60_000,
  )
  await database.query('create trigger fail_on before insert on note for each row execute function fail_on()')

  // What is refused is not quoted either: by the wire, by the contract, by the import.
  const authorization = `Basic ${Buffer.from(`${credential.username}:${credential.password}`).toString('base64')}`
  const submit = (body: string) =>
    fetch(`${address}/ispws/submit`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'text/xml' },
      body,
    })
  const xml = printReport(marked('refused'))
  await submit(xml.slice(0, xml.length - 40))
  await submit(xml.replaceAll('<incidentDateTime>', `<incidentDateTime>${mark}`))
  const signIn = await fetch(`${address}/api/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId: 'demo-officer-wi' }),
  })
  const headers = { cookie: cookiesAfter(signIn), 'content-type': 'application/json' }
  const call = (path: string, body?: unknown) =>
    fetch(`${address}/api${path}`, {
      headers,
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    })
  const read = await (await call(`/tips/${tip.id}`)).text()
  assert.ok(read.includes(mark), 'the marks are where they belong')
  assert.equal((await call(`/tips/${tip.id}/notes`, { text: `Synthetic ${mark}` })).status, 500)
  await call(`/imports?name=${mark}.json`, { [mark]: mark })
  await call(`/tips?q=${mark}`)
  await call(`/tips/${tip.id}/decisions`, { kind: mark })
  await server.stop()

  const told = output.join('')
  assert.match(told, /a stage failed for a report/, 'it was told that something failed')
  assert.match(told, /a call failed/)
  assert.ok(
    !told.includes(mark),
    told.split('\n').find((line) => line.includes(mark)),
  )
  const entries = await database.query<{ text: string }>(
    `select convert_from(canonical, 'UTF8') as text from ledger_entry order by at, entry_id`,
  )
  assert.ok(entries.length > 10)
  assert.deepEqual(
    entries.filter(({ text }) => text.includes(mark)),
    [],
  )
})
