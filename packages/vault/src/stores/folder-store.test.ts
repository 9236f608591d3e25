import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdir, rm, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { it } from 'node:test'
import { newObjectId } from '../object-id.ts'
import { collect } from '../test-support/collect.ts'
import { objectStoreContract, readAll, rejectsWith } from '../test-support/object-store-contract.ts'
import { temporaryFolder } from '../test-support/temporary-folder.ts'
import { objectPath, shardNames, shardOf, temporaryPath } from './folder-layout.ts'
import { openFolderStore } from './folder-store.ts'

objectStoreContract('The folder store', async () => {
  const folder = await temporaryFolder()
  const store = await openFolderStore(join(folder.path, 'objects'))
  return {
    store,
    async dispose() {
      await store.close()
      await folder[Symbol.asyncDispose]()
    },
  }
})

it('leaves no temporary file behind, whether a put succeeds or fails', async () => {
  await using folder = await temporaryFolder()
  const store = await openFolderStore(folder.path)
  const objectId = newObjectId()
  await store.put(objectId, [Buffer.alloc(10)])
  await rejectsWith('object-exists', () => store.put(objectId, [Buffer.alloc(10)]))
  await assert.rejects(store.put(newObjectId(), failing()))
  assert.deepEqual(await fileNames(folder.path), [objectId])
  await store.close()
})

it('makes all 256 shards beforehand, for the owner only, and each object for the owner only', async () => {
  await using folder = await temporaryFolder()
  const root = join(folder.path, 'objects')
  const store = await openFolderStore(root)
  assert.deepEqual((await readdir(root)).toSorted(), shardNames())
  assert.equal(await modeOf(root), 0o700)
  assert.equal(await modeOf(join(root, 'ff')), 0o700)
  const objectId = newObjectId()
  await store.put(objectId, [Buffer.alloc(10)])
  assert.equal(await modeOf(objectPath(root, objectId)), 0o600)
  await store.close()
})

it('sweeps the files of dead writers at opening, and leaves those of living ones alone', async () => {
  await using folder = await temporaryFolder()
  await (await openFolderStore(folder.path)).close()
  const objectId = newObjectId()
  const ours = temporaryPath(folder.path, objectId)
  const named = (processId: number): string =>
    join(folder.path, shardOf(objectId), `.${processId}-0123456789abcdef-0123456789abcdef.part`)
  const ofDead = named(deadProcessId())
  const ofFormerSelf = named(process.pid)
  const ofLiving = named(process.ppid)
  for (const path of [ours, ofDead, ofFormerSelf, ofLiving]) await writeFile(path, 'unfinished')

  const store = await openFolderStore(folder.path)
  const left = (await fileNames(folder.path)).toSorted()
  assert.deepEqual(
    left.map((name) => join(folder.path, shardOf(objectId), name)),
    [ours, ofLiving].toSorted(),
  )
  assert.deepEqual(await collect(store.list()), [])
  await store.close()
})

it('does not show an object whose writer lost its temporary file, and says that it failed', async () => {
  await using folder = await temporaryFolder()
  const store = await openFolderStore(folder.path)
  const objectId = newObjectId()
  const source = async function* (): AsyncGenerator<Uint8Array> {
    for (let index = 0; index < 40; index += 1) yield Buffer.alloc(65_536)
    for (const name of await readdir(join(folder.path, shardOf(objectId)))) {
      await unlink(join(folder.path, shardOf(objectId), name))
    }
  }
  await rejectsWith('store-failed', () => store.put(objectId, source()))
  await rejectsWith('object-missing', () => readAll(store, objectId))
  await store.close()
})

it('says that the storage failed, with the cause, when a shard is gone', async () => {
  await using folder = await temporaryFolder()
  const store = await openFolderStore(folder.path)
  const objectId = newObjectId()
  await rm(join(folder.path, shardOf(objectId)), { recursive: true })
  await rejectsWith('store-failed', () => store.put(objectId, [Buffer.alloc(1)]))
  await store.close()
})

async function* failing(): AsyncGenerator<Uint8Array> {
  yield Buffer.alloc(1_000_000)
  throw new Error('Synthetic failure of the source.')
}

async function fileNames(root: string): Promise<string[]> {
  return (await Promise.all(shardNames().map((shard) => readdir(join(root, shard))))).flat()
}

async function modeOf(path: string): Promise<number> {
  return (await stat(path)).mode & 0o777
}

function deadProcessId(): number {
  return spawnSync(process.execPath, ['--version']).pid
}
