/** The guides that bring a database of their own, run as they are written. */
import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { assembleChecklists, readChecklistsYaml, readLawYaml } from '@opentipline/domain'
import { openAdministration, openLog, startServer } from '@opentipline/server'
import { startEmbeddedPostgres } from '../../packages/server/src/platform/postgres/start-embedded.ts'
import { checkGuide, docs } from './blocks.ts'
import { workFolder } from './work-folder.ts'

test('every guide is run, here, in how-to.db.test.ts, in door-guides.test.ts or as a journey', async () => {
  const guides = (await readdir(join(docs, 'how-to'))).toSorted()
  assert.deepEqual(guides, [
    'add-a-provider.md',
    'back-up.md',
    'check-a-report-before-sending.md',
    'close-an-incident.md',
    // By hand in a browser, by two persons: test/security/destruction.db.test.ts has the same steps.
    'destroy-a-file.md',
    'enter-your-agencys-own-rules.md',
    'file-a-report-with-curl.md',
    'import-a-tip.md',
    'keep-the-table-of-log-windows.md',
    // By hand in a browser: test/journeys/left-behind.test.ts.
    'lead-affiliates.md',
    'let-an-agency-sign-in-by-its-own-provider.md',
    // Its files are read by packages/server/src/features/findings/hash-list-index.test.ts.
    'load-your-own-lists.md',
    'open-a-file.md',
    // By hand in a browser: test/journeys/discretion.test.ts.
    'refer-and-take-back.md',
    'rotate-a-provider-credential.md',
    'run-behind-a-proxy.md',
    'run-on-your-own-postgresql.md',
    'sample-what-was-left.md',
    'see-clocks-in-your-calendar.md',
    // By hand in a browser.
    'see-who-receives-what.md',
    // By hand in a browser: test/journeys/documents.test.ts.
    'send-a-preservation-letter.md',
    'serve-with-tls.md',
    'start-a-shift.md',
    'tell-what-came-of-a-tip.md',
    'verify-the-log.md',
    'work-with-checklists.md',
  ])
})

test('a draw is checked with sha256sum and sort as the guide says', async (t) => {
  await checkGuide('how-to/sample-what-was-left.md', await workFolder(t), {})
})

test('the lists that the guide to checklists shows are in order over the shipped ones', async () => {
  const folder = join(docs, '../data/checklists')
  const names = (await readdir(folder)).toSorted()
  const { lists } = assembleChecklists(
    await Promise.all(
      names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })),
    ),
  )
  const guide = await readFile(join(docs, 'how-to/work-with-checklists.md'), 'utf8')
  const read = readChecklistsYaml(/```yaml[^\n]*\n(.*?)```/s.exec(guide)?.[1] ?? '', 'own', lists)
  assert.ok(read.ok, JSON.stringify(read))
  assert.deepEqual(read.file.requires?.[0]?.before, ['decline'])
})

test('the entry that the guide to an agency\u2019s own rules shows is in order', async () => {
  const guide = await readFile(join(docs, 'how-to/enter-your-agencys-own-rules.md'), 'utf8')
  const block = /```yaml\n(.*?)```/s.exec(guide)?.[1] ?? ''
  const read = readLawYaml(block.replaceAll(/^ {3}/gm, ''), 'own')
  assert.ok(read.ok, JSON.stringify(read))
  assert.equal(read.entries[0]?.openFile?.[0]?.answer, 'warrant needed')
})

test('a report is checked without a server as the guide says', async (t) => {
  await checkGuide('how-to/check-a-report-before-sending.md', await workFolder(t), {})
})

test('it runs on an own PostgreSQL as the guide says, by a role that is no superuser', async (t) => {
  // A server of its own: the roles that the guide makes are shared by all databases of one.
  const folder = await workFolder(t)
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'own-postgres'), port: 0 })
  t.after(() => postgres.stop())
  const url = new URL(postgres.adminUrl)
  url.username = 'tipline'
  url.password = 'change-me'
  url.pathname = '/tipline'
  await checkGuide('how-to/run-on-your-own-postgresql.md', folder, {
    ADMIN_URL: postgres.adminUrl,
    DATABASE_URL: url.href,
  })
})

test('a backup is made and restored as the guide says', async (t) => {
  const folder = await workFolder(t)
  const dataDir = join(folder, 'tipline-data')
  const log = openLog('silent')
  const open = (from: string) => openAdministration({ dataDir: from, operator: 'test', log })
  const server = await startServer({ dataDir, port: 0, host: '127.0.0.1', demo: false, log })
  const before = await open(dataDir)
  await before.addProvider({ name: 'Example Photos', environment: 'test' })
  await before.close()
  await server.stop()
  await checkGuide('how-to/back-up.md', folder, { TIPLINE_DATA: dataDir })
  const after = await open(join(folder, 'restored'))
  t.after(() => after.close())
  const again = await after.addProvider({ name: 'Example Photos', environment: 'test' })
  assert.equal(again.providerId, 1, 'the provider of the backup is known')
})
