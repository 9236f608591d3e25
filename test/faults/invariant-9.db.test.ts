/** Invariant 9: ranking never needs a file to be opened. Opening is a separate act behind the legal gate, and logged. */
import assert from 'node:assert/strict'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { type OperationShape, operations } from '@opentipline/contract'
import { describeFile } from '@opentipline/client'
import { solidPng } from '../../packages/cli/src/demo/png.ts'
import { startTestServer } from '../support/server.ts'
import { asRole, outcomeOf, refusedByPrivilege } from './support/as-role.ts'
import { fileWithBytes, objectPath, purpose } from './support/opening.ts'
import { people, signedIn } from './support/person.ts'
import { clientOf, reportFrom, tipOf } from './support/reports.ts'

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Provider'))
const robin = await signedIn(server, people.wisconsin.id)

/** What a tip is ranked and shown by, without what tells one report from another. */
const rankOf = async (tipId: string) => {
  const [row] = await server.database.query(
    `select label, lane, band, risk_low, risk_high, act_low, act_high, summary from tip where tip_id = $1`,
    [tipId],
  )
  return row
}

test('invariant 9: a report whose file’s bytes are gone before the pipeline comes is ranked like any other', async () => {
  const bytes = solidPng([10, 20, 30], 16)
  const kept = await fileWithBytes(server, client, 'invariant-9-kept', [{ bytes, viewed: true }])
  const elsewhere = reportFrom('wisconsin', 'invariant-9-gone')
  // Another household: two reports of one address share a weak link, which the later alone would count.
  for (const capture of elsewhere.parties.flatMap((each) => each.ipCaptures))
    capture.ipAddress = '2001:db8:45:1::18'
  const { reportId } = await client.submit(elsewhere)
  const { fileId } = await client.upload(reportId, Buffer.from(solidPng([11, 20, 30], 16)), {
    name: 'synthetic.bin',
  })
  await client.fileInfo(reportId, fileId, describeFile({ viewedByEsp: true }))
  await rm(objectPath(server, fileId))
  await client.finish(reportId)
  const gone = await tipOf(server, reportId, people.wisconsin.agency)
  assert.deepEqual(await rankOf(gone), await rankOf(kept.tipId))
})

test('invariant 9: the pipeline has no key to any file: not its own database role, and not by another’s function', async () => {
  assert.equal(
    await outcomeOf(server.database.url, 'tipline_pipeline', {}, 'select wrapped_key from file'),
    refusedByPrivilege,
  )
  assert.equal(
    await outcomeOf(server.database.url, 'tipline_pipeline', {}, 'select * from opened_file(1)'),
    refusedByPrivilege,
  )
  assert.equal(
    await outcomeOf(server.database.url, 'tipline_pipeline', {}, 'select sha256 from file limit 0'),
    'accepted (0 rows)',
  )
})

test('invariant 9: only the keeper of evidence and an opening on record reach a wrapped key', async () => {
  const readers = await server.database.query<{ role: string }>(
    `select rolname as role from pg_roles where rolname like 'tipline\\_%' and rolname <> current_user
       and has_column_privilege(oid, 'file', 'wrapped_key', 'select') order by 1`,
  )
  assert.deepEqual(
    readers.map(({ role }) => role),
    ['tipline_gate', 'tipline_keeper'],
  )
  const { tipId, fileIds } = await fileWithBytes(server, client, 'invariant-9-key', [
    { bytes: solidPng([1, 2, 3], 8), viewed: false },
  ])
  const settings = { agencies: '{wi-wisconsin}', person: people.wisconsin.id }
  const keys = (person: string) =>
    asRole(server.database.url, 'tipline_desk', { ...settings, person }, (sql) =>
      sql<{ wrapped_key: Buffer }>('select wrapped_key from file_opening o, opened_file(o.opening_id)'),
    )
  assert.equal((await keys(people.wisconsin.id)).length, 0)
  const path = `/api/tips/${tipId}/files/${fileIds[0]}`
  await robin.post(`${path}/authorities`, { kind: 'exigency', note: 'Synthetic' })
  assert.equal((await robin.post(`${path}/open`, purpose)).status, 200)
  assert.equal((await keys(people.wisconsin.id)).length, 1)
  assert.equal((await keys('demo-supervisor-wi')).length, 0)
})

const files = async (folder: string): Promise<string[]> => {
  const list = await readdir(folder, { recursive: true, withFileTypes: true })
  return list
    .filter((each) => each.isFile() && /\.tsx?$/.test(each.name) && !/\.test\.tsx?$/.test(each.name))
    .map((each) => join(each.parentPath, each.name))
}
const root = join(import.meta.dirname, '../..')

test('invariant 9: the vault is opened for reading in two places of the server, each of which puts it on record first', async () => {
  const readers: string[] = []
  for (const path of await files(join(root, 'packages/server/src')))
    if (/vault\.open\(|\bopenObject\(/.test(await readFile(path, 'utf8')))
      readers.push(path.slice(root.length + 1))
  assert.deepEqual(readers.toSorted(), [
    'packages/server/src/features/files/stream.ts',
    // By the operator's setting, after the report and beside its way; test/judgement/pictures.db.test.ts holds the order.
    'packages/server/src/features/findings/pictures/hash-waiting.ts',
    'packages/server/src/platform/vault.ts',
  ])
})

test('invariant 9: no operation but that of an opening gives bytes of a file, and none gives a small picture', () => {
  const streams = Object.entries<OperationShape>(operations).filter(
    ([, shape]) => shape.streams === 'application/octet-stream',
  )
  assert.deepEqual(
    streams.map(([name]) => name),
    ['readOpenedFile'],
  )
  for (const [name, { path }] of Object.entries(operations))
    assert.ok(!/thumb|image|picture/i.test(`${name} ${path}`), name)
})

test('invariant 9: the desk shows a picture nowhere but in the viewer of an opening', async () => {
  const shown: string[] = []
  for (const path of await files(join(root, 'packages/desk/src')))
    if (/<img\b|<video\b|<canvas\b|createObjectURL\(blob/.test(await readFile(path, 'utf8')))
      shown.push(path.slice(root.length + 1))
  assert.deepEqual(
    shown.filter((path) => !path.startsWith('packages/desk/src/features/files/viewer/')),
    [],
  )
})
