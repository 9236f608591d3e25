import assert from 'node:assert/strict'
import { constants, existsSync, readFileSync, readlinkSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { type TestContext, test } from 'node:test'
import { newObjectId } from '../object-id.ts'
import { readAll, rejectsWith } from '../test-support/object-store-contract.ts'
import { temporaryFolder } from '../test-support/temporary-folder.ts'
import { objectPath, shardOf } from './folder-layout.ts'
import { openFolderStore } from './folder-store.ts'

// A killed process does not lose what it handed to the system; a power cut does. So this looks at the calls
// themselves, in their order. It reads /proc to tell which file a call was for.
const options = { skip: existsSync('/proc/self/fdinfo') ? false : 'there is no /proc here' }

test(
  'a small object is written through to the disk, and its directory synced, before put resolves',
  options,
  async (t) => {
    await using folder = await temporaryFolder()
    const store = await openFolderStore(folder.path)
    const objectId = newObjectId()
    const calls = await watchCalls(t, objectPath(folder.path, objectId))
    await store.put(objectId, [Buffer.alloc(65_536)])
    assert.deepEqual(calls, ['write through', `sync ${shardOf(objectId)} with the object in it`])
    await store.close()
  },
)

test('a large object is synced after its last byte, and its directory after that', options, async (t) => {
  await using folder = await temporaryFolder()
  const store = await openFolderStore(folder.path)
  const objectId = newObjectId()
  const calls = await watchCalls(t, objectPath(folder.path, objectId))
  await store.put(
    objectId,
    Array.from({ length: 40 }, () => Buffer.alloc(65_536)),
  )
  assert.deepEqual(calls.slice(-3), ['write', 'sync file', `sync ${shardOf(objectId)} with the object in it`])
  await store.close()
})

test('a removal is synced before remove resolves', options, async (t) => {
  await using folder = await temporaryFolder()
  const store = await openFolderStore(folder.path)
  const objectId = newObjectId()
  await store.put(objectId, [Buffer.alloc(1)])
  const calls = await watchCalls(t, objectPath(folder.path, objectId))
  await store.remove(objectId)
  assert.deepEqual(calls, [`sync ${shardOf(objectId)} without the object`])
  await store.close()
})

test('an object whose directory cannot be synced is not acknowledged and not shown', options, async (t) => {
  await using folder = await temporaryFolder()
  const store = await openFolderStore(folder.path)
  const objectId = newObjectId()
  t.mock.method(await fileHandlePrototype(), 'sync', async () => {
    throw new Error('Synthetic failure of the disk.')
  })
  await rejectsWith('store-failed', () => store.put(objectId, [Buffer.alloc(1)]))
  t.mock.restoreAll()
  await rejectsWith('object-missing', () => readAll(store, objectId))
  await store.close()
})

/** What is called, in words, as it is called. */
async function watchCalls(t: TestContext, path: string): Promise<string[]> {
  const calls: string[] = []
  const prototype = await fileHandlePrototype()
  const { writev, datasync, sync } = prototype
  t.mock.method(prototype, 'writev', function (this: FileHandle, pieces: readonly Uint8Array[]) {
    calls.push(isWriteThrough(this) ? 'write through' : 'write')
    return writev.call(this, pieces)
  })
  t.mock.method(prototype, 'datasync', function (this: FileHandle) {
    calls.push('sync file')
    return datasync.call(this)
  })
  t.mock.method(prototype, 'sync', function (this: FileHandle) {
    const shard = basename(readlinkSync(`/proc/self/fd/${this.fd}`))
    calls.push(`sync ${shard} ${existsSync(path) ? 'with the object in it' : 'without the object'}`)
    return sync.call(this)
  })
  return calls
}

function isWriteThrough({ fd }: FileHandle): boolean {
  const flags = /^flags:\s*([0-7]+)$/m.exec(readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8'))?.[1] ?? ''
  return (Number.parseInt(flags, 8) & constants.O_DSYNC) !== 0
}

async function fileHandlePrototype(): Promise<FileHandle> {
  const handle = await open('/dev/null')
  await handle.close()
  return Object.getPrototypeOf(handle)
}
