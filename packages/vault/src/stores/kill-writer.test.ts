import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { it } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openFileKeyStore } from '../keys/file-key-store.ts'
import type { StoredObject } from '../stored-object.ts'
import { collect } from '../test-support/collect.ts'
import { readAll } from '../test-support/object-store-contract.ts'
import { bytesFor } from '../test-support/telling-bytes.ts'
import { temporaryFolder } from '../test-support/temporary-folder.ts'
import { verifyObject } from '../verify-object.ts'
import { shardNames } from './folder-layout.ts'
import { type FolderStore, openFolderStore } from './folder-store.ts'

const killCount = 40
const delayMsMax = 60

interface Acknowledged {
  plainIds: string[]
  records: StoredObject[]
}

it(`loses no acknowledged object and shows no half one when its writer is killed ${killCount} times`, async () => {
  await using folder = await temporaryFolder()
  let acknowledgedCount = 0
  let leftOverCount = 0
  for (let kill = 0; kill < killCount; kill += 1) {
    const acknowledged = await writeUntilKilled(folder.path)
    acknowledgedCount += acknowledged.plainIds.length + acknowledged.records.length
    leftOverCount += await temporaryCount(join(folder.path, 'objects'))
    const store = await openFolderStore(join(folder.path, 'objects'))
    await assertAllWhole(store)
    await assertKept(folder.path, store, acknowledged)
    assert.equal(await temporaryCount(join(folder.path, 'objects')), 0)
    for (const { objectId } of await collect(store.list())) await store.remove(objectId)
    await store.close()
  }
  // Otherwise the kills came too early or too late to show anything.
  assert.ok(acknowledgedCount > killCount)
  assert.ok(leftOverCount > 0)
})

async function writeUntilKilled(folder: string): Promise<Acknowledged> {
  const script = fileURLToPath(new URL('../test-support/killed-writer.ts', import.meta.url))
  const writer = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  writer.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  const closed = once(writer, 'close')
  await once(writer.stdout, 'data')
  await setTimeout(Math.random() * delayMsMax)
  writer.kill('SIGKILL')
  await closed
  return parseAcknowledged(output)
}

function parseAcknowledged(output: string): Acknowledged {
  // What follows the last line end was cut off by the kill, and had not been said.
  const lines = output.split('\n').slice(0, -1)
  const parsed: (Omit<StoredObject, 'wrappedKey'> & { wrappedKey?: string })[] = lines.map((line) =>
    JSON.parse(line),
  )
  return {
    plainIds: parsed.filter((line) => line.wrappedKey === undefined).map((line) => line.objectId),
    records: parsed.flatMap(({ wrappedKey, ...line }) =>
      wrappedKey === undefined ? [] : [{ ...line, wrappedKey: Buffer.from(wrappedKey, 'hex') }],
    ),
  }
}

async function assertAllWhole(store: FolderStore): Promise<void> {
  for (const { objectId } of await collect(store.list())) {
    if (objectId.startsWith('sealed-')) continue
    assert.ok(bytesFor(objectId).equals(await readAll(store, objectId)), `${objectId} is not whole`)
  }
}

async function assertKept(
  folder: string,
  store: FolderStore,
  { plainIds, records }: Acknowledged,
): Promise<void> {
  for (const objectId of plainIds) assert.ok(bytesFor(objectId).equals(await readAll(store, objectId)))
  const keys = await openFileKeyStore(join(folder, 'keys'))
  for (const record of records) {
    assert.deepEqual(await verifyObject(store, keys, record), { outcome: 'intact' })
  }
}

async function temporaryCount(root: string): Promise<number> {
  const names = (await Promise.all(shardNames().map((shard) => readdir(join(root, shard))))).flat()
  return names.filter((name) => name.endsWith('.part')).length
}
