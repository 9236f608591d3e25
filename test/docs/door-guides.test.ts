/** The guides to the door, run as they are written: each starts the real command on a database of its own. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../support/server.ts'
import { checkGuide } from './blocks.ts'
import { workFolder } from './work-folder.ts'

test('it serves with TLS of its own, and takes up a renewed certificate, as the guide says', async (t) => {
  await checkGuide('how-to/serve-with-tls.md', await workFolder(t), {})
})

test('it runs behind a proxy, and believes the named one, as the guide says', async (t) => {
  await checkGuide('how-to/run-behind-a-proxy.md', await workFolder(t), {})
})

test('a credential is rotated as the guide says, and its late calls are in the log', async (t) => {
  const server = await startTestServer(t)
  const { username, password } = await server.addProvider('Example Photos', 'test')
  await checkGuide('how-to/rotate-a-provider-credential.md', await workFolder(t), {
    TIPLINE: server.address,
    TIPLINE_DATA: server.dataDir,
    USERNAME: username,
    PASSWORD: password,
  })
  const entries = await server.database.query(
    `select from ledger_entry where action in ('credential.rotated', 'credential.revoked')`,
  )
  assert.equal(entries.length, 2)
})

test('an agency’s own provider is named as the guide says', async (t) => {
  const server = await startTestServer(t)
  await checkGuide('how-to/let-an-agency-sign-in-by-its-own-provider.md', await workFolder(t), {
    TIPLINE_DATA: server.dataDir,
  })
  const set = await server.database.query('select agency_id, issuer, second_factor from agency_oidc')
  assert.deepEqual(set, [
    { agency_id: 'wi-wisconsin', issuer: 'https://id.example.org', second_factor: 'amr:mfa' },
  ])
})
