import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { embeddedPackageDir, findBinaries, inspectBinaries, repairLinks } from './binaries.ts'

test('library links that npm did not bring are made on a copy, and the server runs from it', (t) => {
  const copy = join(mkdtempSync(join(tmpdir(), 'tl-')), 'package')
  t.after(() => rmSync(join(copy, '..'), { recursive: true }))
  cpSync(embeddedPackageDir(), copy, { recursive: true, verbatimSymlinks: true })
  const links: { target: string }[] = JSON.parse(readFileSync(join(copy, 'native/pg-symlinks.json'), 'utf8'))
  assert.ok(links.length > 0)
  for (const { target } of links) rmSync(join(copy, target), { force: true })
  assert.throws(() => inspectBinaries(join(copy, 'native/bin'), null), { code: 'no binaries' })
  assert.equal(repairLinks(copy), true)
  assert.ok(links.every(({ target }) => existsSync(join(copy, target))))
  assert.equal(inspectBinaries(join(copy, 'native/bin'), null).major, 18)
  assert.equal(repairLinks(copy), false)
})

test('a folder without PostgreSQL is refused by name', () => {
  assert.throws(() => findBinaries('/nonexistent', tmpdir(), null, () => {}), /cannot run from \/nonexistent/)
})
