import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { startTestServer } from '../../../../test/support/server.ts'
import { signInAs } from '../demo/desk-person.ts'
import { planDemonstration } from '../demo/generate.ts'
import { openJournal } from '../demo/journal.ts'
import { prepareDemonstration } from '../demo/prepare.ts'
import { runCommand } from '../run-command.fixture.ts'

const reports = 30

/** Counts of reports by state and origin, as the owner of the database sees them. */
const countsSql = `select origin, state, count(*)::int as reports from report group by 1, 2 order by 1, 2`
type Counts = { origin: string; state: string; reports: number }

test('tipline demo fills a server with reports that reach queues', async (t) => {
  const server = await startTestServer(t)
  const ran = await runCommand([
    'demo',
    '--reports',
    String(reports),
    '--seed',
    '3',
    '--data',
    server.dataDir,
    '--json',
  ])
  assert.equal(ran.code, 0, ran.err)
  assert.match(ran.out, /"sent":30,.*"waiting":0,"stuck":0/)
  const counts = await server.database.query<Counts>(countsSql)
  assert.ok(counts.every(({ state }) => state === 'finished'))
  assert.equal(
    counts.reduce((sum, row) => sum + row.reports, 0),
    reports,
  )
  const [places] = await server.database.query<{ tips: number; nowhere: number }>(
    `select (select count(distinct report_id)::int from tip) as tips,
            (select count(*)::int from unrouted where resolved_at is null) as nowhere`,
  )
  assert.equal((places?.tips ?? 0) + (places?.nowhere ?? 0), reports)
  const officer = await signInAs(server.address, 'demo-officer-wi')
  const { rows } = await officer.call('listTips', { query: {} })
  assert.ok(rows.length > 0)

  const status = await runCommand(['status', '--data', server.dataDir])
  assert.equal(status.code, 0, status.err)
  assert.match(status.out, /a demonstration/)

  const folder = await mkdtemp(join(tmpdir(), 'tipline-demo-'))
  t.after(() => rm(folder, { recursive: true }))
  const out = join(folder, 'report.json')
  const words = ['--as', 'demo-officer-wi', '--data', server.dataDir]
  const exported = await runCommand([
    'export',
    rows[0]?.reportId ?? '',
    '--format',
    'le-json',
    '--out',
    out,
    ...words,
  ])
  assert.equal(exported.code, 0, exported.err)
  const bytes = await readFile(out)
  const again = await runCommand([
    'export',
    rows[0]?.reportId ?? '',
    '--format',
    'le-json',
    '--out',
    out,
    ...words,
  ])
  assert.equal(again.code, 1)
  assert.deepEqual(await readFile(out), bytes)

  const imported = await runCommand(['import', out, out, '--json', ...words])
  assert.equal(imported.code, 0, imported.err)
  assert.match(imported.out, /"created":true.*"created":false/)
  assert.equal((await runCommand(['import', out, '--data', server.dataDir])).code, 2)
  await writeFile(join(folder, 'torn.json'), '{')
  assert.equal((await runCommand(['import', join(folder, 'torn.json'), ...words])).code, 3)
})

test('an interrupted preparation goes on: each filing is there once, whether or not its finish was seen', async (t) => {
  const server = await startTestServer(t)
  const folder = await mkdtemp(join(tmpdir(), 'tipline-demo-'))
  t.after(() => rm(folder, { recursive: true }))
  const path = join(folder, 'journal')
  const plan = planDemonstration({ seed: 5, count: reports, start: new Date() })
  const run = async (stopAt: number) => {
    const stop = new AbortController()
    return prepareDemonstration({
      address: server.address,
      plan,
      credentialFor: (name) => server.addProvider(name),
      journal: await openJournal(path),
      progress: (done) => done >= stopAt && stop.abort(),
      signal: stop.signal,
    })
  }
  assert.equal((await run(10)).stopped, true)
  // As if the process had been killed between a finish and the note of it.
  const lines = (await readFile(path, 'utf8')).split('\n')
  const kept = lines.filter((line, index) => !line.includes('"done"') || index < lines.length / 2)
  assert.ok(kept.length < lines.length)
  await writeFile(path, kept.join('\n'))
  assert.equal((await run(Number.POSITIVE_INFINITY)).stopped, false)
  const counts = await server.database.query<Counts>(countsSql)
  assert.ok(
    counts.every(({ state }) => state === 'finished'),
    JSON.stringify(counts),
  )
  assert.equal(
    counts.reduce((sum, row) => sum + row.reports, 0),
    reports,
  )
})
