import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { chmod, readdir, readFile, rename, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { it } from 'node:test'
import fc from 'fast-check'
import { VaultError, type VaultErrorCode } from '../errors.ts'
import { openObject } from '../open-object.ts'
import { putObject } from '../put-object.ts'
import { rewrapKey } from '../rewrap-key.ts'
import { memoryStore } from '../test-support/memory-store.ts'
import { rejectsWith } from '../test-support/object-store-contract.ts'
import { temporaryFolder } from '../test-support/temporary-folder.ts'
import { openFileKeyStore } from './file-key-store.ts'

it('makes one key at first use, for the owner only, and finds it again', async () => {
  await using folder = await temporaryFolder()
  const directory = join(folder.path, 'keys')
  const first = await openFileKeyStore(directory)
  assert.equal((await stat(directory)).mode & 0o777, 0o700)
  assert.deepEqual(await readdir(directory), ['000001.key'])
  assert.equal((await stat(join(directory, '000001.key'))).mode & 0o777, 0o600)
  assert.equal((await openFileKeyStore(directory)).currentKeyId(), first.currentKeyId())
})

it('makes one key only, however many open it for the first time at once', async () => {
  await using folder = await temporaryFolder()
  const opened = await Promise.all(
    Array.from({ length: 10 }, () => openFileKeyStore(join(folder.path, 'keys'))),
  )
  assert.equal(new Set(opened.map((keys) => keys.currentKeyId())).size, 1)
  assert.deepEqual(await readdir(join(folder.path, 'keys')), ['000001.key'])
})

it('refuses a directory or a key file that others may reach, and says what to run', async () => {
  for (const mode of [0o710, 0o701, 0o770, 0o755, 0o777]) {
    await using folder = await temporaryFolder()
    await openFileKeyStore(folder.path)
    await chmod(folder.path, mode)
    await refusesSaying('key-store-unsafe', /chmod 700/, folder.path)
  }
  for (const mode of [0o640, 0o604, 0o602, 0o644, 0o666]) {
    await using folder = await temporaryFolder()
    await openFileKeyStore(folder.path)
    await chmod(join(folder.path, '000001.key'), mode)
    await refusesSaying('key-store-unsafe', /chmod 600/, folder.path)
  }
})

it('refuses a link in the place of a key file or of the directory', async () => {
  await using folder = await temporaryFolder()
  const directory = join(folder.path, 'keys')
  await openFileKeyStore(directory)
  await symlink(directory, join(folder.path, 'linked'))
  await refusesSaying('key-store-unsafe', /not a directory/, join(folder.path, 'linked'))
  await rename(join(directory, '000001.key'), join(folder.path, 'elsewhere.key'))
  await symlink(join(folder.path, 'elsewhere.key'), join(directory, '000001.key'))
  await refusesSaying('key-store-unsafe', /not a plain file/, directory)
})

it('finds every change to a key file when it opens it, rather than when evidence is needed', async () => {
  await using folder = await temporaryFolder()
  await openFileKeyStore(folder.path)
  const path = join(folder.path, '000001.key')
  const whole = await readFile(path, 'utf8')
  const property = fc.asyncProperty(
    fc.nat(whole.length - 1),
    fc.constantFrom('A', '0', '\n', '', '\n\n'),
    async (at, put) => {
      const changed = whole.slice(0, at) + put + whole.slice(at + 1)
      fc.pre(changed !== whole)
      await writeFile(path, changed)
      await rejectsWith('key-store-damaged', () => openFileKeyStore(folder.path))
    },
  )
  await fc.assert(property, { numRuns: 200 })
})

it('never shows a key in an error message or when it is printed', async () => {
  await using folder = await temporaryFolder()
  const keys = await openFileKeyStore(folder.path)
  const path = join(folder.path, '000001.key')
  const text = await readFile(path, 'utf8')
  const secret = text.split('\n')[2] ?? assert.fail()
  assert.ok(!JSON.stringify(keys).includes(secret))
  await writeFile(path, text.slice(0, -3))
  await assert.rejects(openFileKeyStore(folder.path), (error) => !String(error).includes(secret.slice(0, 8)))
})

it('rotates to a new key and still opens what earlier keys sealed, without touching the object', async () => {
  await using folder = await temporaryFolder()
  const keys = await openFileKeyStore(folder.path)
  const store = memoryStore()
  const bytes = randomBytes(100_000)
  const record = await putObject(store, keys, 'object', [bytes])
  const sealed = Buffer.from(store.objects.get('object') ?? assert.fail())

  const newKeyId = await keys.rotate()
  assert.notEqual(newKeyId, record.keyId)
  assert.equal(keys.currentKeyId(), newKeyId)
  assert.deepEqual(keys.keyIds(), [record.keyId, newKeyId])
  const rewrapped = { ...record, ...(await rewrapKey(keys, record)) }
  assert.equal(rewrapped.keyId, newKeyId)
  for (const readable of [record, rewrapped]) {
    const opened = await openObject(store, await openFileKeyStore(folder.path), readable)
    assert.ok(bytes.equals(Buffer.concat(await opened.stream().toArray())))
  }
  assert.ok(sealed.equals(store.objects.get('object') ?? assert.fail()))
})

it('takes up a key that another process added, when it meets it', async () => {
  await using folder = await temporaryFolder()
  const server = await openFileKeyStore(folder.path)
  const operator = await openFileKeyStore(folder.path)
  await operator.rotate()
  const wrapped = await operator.wrap(randomBytes(32), 'object')
  assert.notEqual(server.currentKeyId(), wrapped.keyId)
  assert.equal((await server.unwrap(wrapped, 'object')).length, 32)
  assert.equal(server.currentKeyId(), wrapped.keyId)
})

it('gives back the data key it wrapped, and only for that object, key and bytes', async () => {
  await using folder = await temporaryFolder()
  const keys = await openFileKeyStore(folder.path)
  const property = fc.asyncProperty(fc.nat(60), fc.nat(7), async (at, bit) => {
    const dataKey = randomBytes(32)
    const wrapped = await keys.wrap(dataKey, 'object')
    assert.ok(dataKey.equals(await keys.unwrap(wrapped, 'object')))
    await rejectsWith('key-refused', () => keys.unwrap(wrapped, 'other'))
    const flipped = Buffer.from(wrapped.wrappedKey)
    flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << bit), at)
    await rejectsWith('key-refused', () => keys.unwrap({ ...wrapped, wrappedKey: flipped }, 'object'))
  })
  await fc.assert(property, { numRuns: 200 })
  await rejectsWith('key-unknown', () =>
    keys.unwrap({ keyId: 'none', wrappedKey: Buffer.alloc(61) }, 'object'),
  )
})

async function refusesSaying(code: VaultErrorCode, saying: RegExp, directory: string): Promise<void> {
  const isExpected = (error: unknown): boolean =>
    error instanceof VaultError && error.code === code && saying.test(error.message)
  await assert.rejects(openFileKeyStore(directory), isExpected)
}
