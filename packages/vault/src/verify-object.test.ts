import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { it } from 'node:test'
import fc from 'fast-check'
import { VaultError } from './errors.ts'
import type { StoredObject } from './stored-object.ts'
import { memoryVault } from './test-support/memory-vault.ts'
import { verifyObject } from './verify-object.ts'

it('finds an untouched object intact, whatever its size', async () => {
  const vault = memoryVault()
  const property = fc.asyncProperty(fc.oneof(fc.nat(10), fc.nat(300_000)), async (sizeBytes) => {
    const record = await vault.put(randomBytes(sizeBytes))
    assert.deepEqual(await verifyObject(vault.store, vault.keys, record), { outcome: 'intact' })
  })
  await fc.assert(property, { numRuns: 40 })
})

const altered: [string, Partial<StoredObject>][] = [
  ['size', { sizeBytes: 99_999 }],
  ['MD5', { md5: '0'.repeat(32) }],
  ['SHA-1', { sha1: '0'.repeat(40) }],
  ['SHA-256', { sha256: '0'.repeat(64) }],
  ['stored size', { storedBytes: 1 }],
  ['stored SHA-256', { storedSha256: '0'.repeat(64) }],
  ['wrapped key', { wrappedKey: new Uint8Array(61) }],
]

for (const [name, change] of altered) {
  it(`finds a mismatch when the recorded ${name} is another`, async () => {
    const vault = memoryVault()
    const record = await vault.put(randomBytes(100_000))
    assert.equal((await verifyObject(vault.store, vault.keys, { ...record, ...change })).outcome, 'mismatch')
  })
}

it('finds a mismatch when the object is gone, and when a stored bit has flipped', async () => {
  const vault = memoryVault()
  const record = await vault.put(randomBytes(100_000))
  const stored = vault.store.objects.get(record.objectId) ?? assert.fail()
  stored.writeUInt8(stored.readUInt8(50_000) ^ 1, 50_000)
  assert.equal((await verifyObject(vault.store, vault.keys, record)).outcome, 'mismatch')
  vault.store.objects.delete(record.objectId)
  assert.equal((await verifyObject(vault.store, vault.keys, record)).outcome, 'mismatch')
})

it('says that it has not checked when the storage fails or the key store lacks the key', async () => {
  const vault = memoryVault()
  const record = await vault.put(randomBytes(1000))
  const failure = new VaultError('store-failed', 'Synthetic failure of the storage.')
  const failing = {
    ...vault.store,
    get: (): Readable => new Readable({ read: () => undefined }).destroy(failure),
  }
  assert.equal((await verifyObject(failing, vault.keys, record)).outcome, 'not-checked')
  const unknown = { ...record, keyId: 'no-such-key' }
  assert.equal((await verifyObject(vault.store, vault.keys, unknown)).outcome, 'not-checked')
})
