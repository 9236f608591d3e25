import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { licenceFault, named } from './policy.ts'
import { type LockedPackage, readLock } from './read-lock.ts'

const root = join(import.meta.dirname, '../..')
const packages = readLock(root)

test('every package of the lock is under a licence that is allowed', () => {
  assert.ok(packages.length > 400)
  assert.deepEqual(
    packages.flatMap((each) => licenceFault(each) ?? []),
    [],
  )
})

test('a licence nobody read, and none at all, are told with the package', () => {
  const [one] = packages
  assert.ok(one)
  const fault = (change: Partial<LockedPackage>) => licenceFault({ ...one, ...change })
  for (const licence of ['AGPL-3.0-only', 'not stated', 'MPL-2.0'])
    assert.match(fault({ name: 'example', licence }) ?? '', /^example .*policy\.ts/)
  assert.equal(fault({ name: 'axe-core', licence: 'MPL-2.0' }), undefined)
})

test('no exception stays for a package that is gone', () => {
  for (const [licence, { starts }] of Object.entries(named))
    for (const start of starts)
      assert.ok(
        packages.some((each) => each.licence === licence && each.name.startsWith(start)),
        `${start} under ${licence}`,
      )
})

test('only optional parts of other platforms are locked without a digest', () => {
  const without = packages.filter(({ hasDigest, optional }) => !hasDigest && !optional)
  assert.deepEqual(without, [])
})

test('each exception is on the page that explains them', () => {
  const page = readFileSync(join(root, 'docs/explanation/dependencies.md'), 'utf8')
  for (const { starts } of Object.values(named))
    for (const start of starts) assert.ok(page.includes(`\`${start}`), start)
})
