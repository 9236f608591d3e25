import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { describeFile } from '@opentipline/client'
import { printReport } from '@opentipline/formats'
import { startTestServer } from '../support/server.ts'
import { allRoles, outcomeOf, refusedByPrivilege } from './support/as-role.ts'
import { arrived, clientOf, reportFrom } from './support/reports.ts'

const server = await startTestServer()
const credential = await server.addProvider('Example Provider')
const client = clientOf(server.address, credential)

const xml = printReport(reportFrom('wisconsin', 'as-received')).replace(
  '<incidentSummary>',
  '<!-- kept -->\r\n<incidentSummary>',
)
const { reportId } = await client.submit(xml)
const { fileId } = await client.upload(reportId, Buffer.from('synthetic bytes'), { name: 'synthetic.bin' })
await client.fileInfo(reportId, fileId, describeFile({ viewedByEsp: false }))
await client.finish(reportId)
await arrived(server, reportId)

test('invariant 3: the submitted bytes are kept as they came, with their SHA-256', async () => {
  const [document] = await server.database.query<{ bytes: Buffer; sha256: Buffer }>(
    `select bytes, sha256 from document where report_id = $1 and kind = 'submit'`,
    [reportId],
  )
  assert.equal(document?.bytes.toString('utf8'), xml)
  assert.deepEqual(document?.sha256, createHash('sha256').update(xml).digest())
})

/** Of each table of what was received, a column to overwrite. */
const received = { document: 'bytes', report_revision: 'model', file: 'sha256', file_details: 'model' }

for (const role of allRoles)
  for (const [table, column] of Object.entries(received))
    test(`invariant 3: ${role} can neither change nor remove a row of ${table}`, async () => {
      const settings = {
        provider: String(credential.providerId),
        environment: 'live',
        agencies: '{wi-wisconsin}',
        person: 'demo-officer-wi',
        clearinghouse: 'on',
      }
      for (const statement of [
        `update ${table} set ${column} = ${column}`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ])
        assert.equal(
          await outcomeOf(server.database.url, role, settings, statement),
          refusedByPrivilege,
          statement,
        )
    })

/** How bytes are kept is not what was received: its own role turns the wrapping key and notes when the bytes were re-hashed. */
const keeping = ['checked_at', 'destroyed_at', 'key_id', 'verified_at', 'wrapped_key']

test('invariant 3: no role may update any column of what was received', async () => {
  const granted = await server.database.query(
    `select grantee, table_name, column_name from information_schema.column_privileges
     where table_name = any($1) and grantee = any($2) and privilege_type = 'UPDATE'
     order by grantee, table_name, column_name collate "C"`,
    [Object.keys(received), allRoles],
  )
  assert.deepEqual(
    granted,
    keeping.map((column_name) => ({ grantee: 'tipline_keeper', table_name: 'file', column_name })),
  )
})
