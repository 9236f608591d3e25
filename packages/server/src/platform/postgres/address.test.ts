import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import { chooseAddress, readOrMakePassword, socketLockOf, urlOf } from './address.ts'
import { dataFolder } from './data-folder.ts'

const scratch = (t: { after(done: () => void): void }): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tl-'))
  t.after(() => rmSync(folder, { recursive: true }))
  return folder
}

test('the socket lies in the data folder, in a folder of its own that nobody else may enter', async (t) => {
  const folder = dataFolder(scratch(t))
  const address = await chooseAddress(folder, null, {})
  assert.deepEqual(address, { kind: 'socket', socketDir: folder.socket })
  assert.equal(statSync(folder.socket).mode & 0o777, 0o700)
})

test('a data folder too deep for a socket gets one in the temporary folder', async (t) => {
  const folder = dataFolder(join(scratch(t), 'deep'.repeat(30)))
  const address = await chooseAddress(folder, null, {})
  assert.ok(Buffer.byteLength(`${socketLockOf(address)}`) < 107 + '.lock'.length)
  if (address.kind === 'socket') {
    assert.ok(address.socketDir.startsWith(tmpdir()))
    rmSync(address.socketDir, { recursive: true })
  }
})

test('a socket folder asked for that is too deep becomes a port of this machine', async (t) => {
  const folder = dataFolder(scratch(t))
  const address = await chooseAddress(folder, null, { socketDir: `/tmp/${'x'.repeat(110)}` })
  assert.equal(address.kind, 'loopback')
})

test('port 0 takes a free port, another port is kept', async (t) => {
  const folder = dataFolder(scratch(t))
  const free = await chooseAddress(folder, null, { port: 0 })
  assert.ok(free.kind === 'loopback' && free.port > 1023)
  assert.deepEqual(await chooseAddress(folder, null, { port: 54320 }), { kind: 'loopback', port: 54320 })
})

test('the driver reads both kinds of URL', () => {
  const socket = new pg.Client({
    connectionString: urlOf({ kind: 'socket', socketDir: '/a b/c' }, 'pw', 'x'),
  })
  assert.deepEqual([socket.host, socket.database, socket.user], ['/a b/c', 'x', 'tipline_owner'])
  const loopback = new pg.Client({ connectionString: urlOf({ kind: 'loopback', port: 54 }, 'pw') })
  assert.deepEqual([loopback.host, loopback.port, loopback.database], ['127.0.0.1', 54, 'postgres'])
})

test('the password is made once and is readable by us alone', (t) => {
  const file = join(scratch(t), 'password')
  const password = readOrMakePassword(file)
  assert.equal(password.length, 32)
  assert.equal(readOrMakePassword(file), password)
  assert.equal(statSync(file).mode & 0o777, 0o600)
})
