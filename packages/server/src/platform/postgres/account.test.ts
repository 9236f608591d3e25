import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { assertReachable, chooseAccount, ownAccount } from './account.ts'
import { reachableDataDir } from './data-folder.ts'

const nobody = 'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin'
const postgres = 'postgres:x:101:104:PostgreSQL administrator,,,:/var/lib/postgresql:/bin/bash'
const asRoot = process.getuid?.() === 0 ? false : 'only root runs the server as somebody else'

test('an ordinary user runs the server itself', () => {
  assert.equal(chooseAccount(1000, postgres), null)
  assert.equal(chooseAccount(undefined, ''), null)
})

test('root runs the server as postgres, else as nobody', () => {
  assert.deepEqual(chooseAccount(0, `${nobody}\n${postgres}\n`), { name: 'postgres', uid: 101, gid: 104 })
  assert.deepEqual(chooseAccount(0, `root:x:0:0::/root:/bin/sh\n${nobody}`), {
    name: 'nobody',
    uid: 65534,
    gid: 65534,
  })
})

test('root without any such user is told what to do', () => {
  assert.throws(() => chooseAccount(0, 'root:x:0:0::/root:/bin/sh'), /refuses to run as root.*Add one/)
  assert.throws(() => chooseAccount(0, 'postgres:x:0:0::/root:/bin/sh'), /refuses to run as root/)
})

test('a folder that the account may not enter is refused by the name of what bars the way', {
  skip: asRoot,
}, (t) => {
  const home = mkdtempSync(join(tmpdir(), 'tl-home-'))
  t.after(() => rmSync(home, { recursive: true }))
  const inside = join(home, 'data')
  mkdirSync(inside)
  chmodSync(home, 0o700)
  assert.throws(() => assertReachable(inside, ownAccount()), {
    code: 'not reachable',
    message: new RegExp(home),
  })
  assert.match(reachableDataDir(inside), /^\/var\/lib\/opentipline\/data-[0-9a-f]{8}$/)
  chmodSync(home, 0o755)
  assertReachable(inside, ownAccount())
  assert.equal(reachableDataDir(join(inside, 'not', 'yet')), join(inside, 'not', 'yet'))
})
