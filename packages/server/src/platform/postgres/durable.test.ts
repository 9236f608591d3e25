import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { durabilityFaults } from './durable.ts'

const safe = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  data_checksums: 'on',
  server_version_num: '180004',
}
const faults = (changed: Record<string, string>, overrides: string[] = []) =>
  durabilityFaults(new Map(Object.entries({ ...safe, ...changed })), overrides)

test('a durable server has no faults', () => {
  assert.deepEqual(faults({}), [])
  assert.deepEqual(faults({ synchronous_commit: 'remote_apply', server_version_num: '150000' }), [])
})

test('every set of unsafe settings is told in full', () => {
  const unsafe: Record<string, string> = {
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    data_checksums: 'off',
    server_version_num: '140012',
  }
  fc.assert(
    fc.property(
      fc.subarray(Object.keys(unsafe)),
      fc.array(fc.string(), { maxLength: 2 }),
      (names, overrides) => {
        const changed = Object.fromEntries(names.map((name) => [name, unsafe[name] ?? '']))
        assert.equal(faults(changed, overrides).length, names.length + overrides.length)
      },
    ),
  )
})

test('a setting that is not told is not taken for safe', () => {
  assert.equal(durabilityFaults(new Map(), []).length, 5)
})
