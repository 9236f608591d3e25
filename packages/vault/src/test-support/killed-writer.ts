/**
 * A process that writes without end until it is killed: `killed-writer.ts FOLDER`. Some objects go to the store as
 * they are, some through the whole vault. Each acknowledged one becomes a line on standard output: JSON of its
 * record, or of its id alone.
 */
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { openFileKeyStore } from '../keys/file-key-store.ts'
import { putObject } from '../put-object.ts'
import { openFolderStore } from '../stores/folder-store.ts'
import { bytesFor, tellingId } from './telling-bytes.ts'

const [folder = ''] = process.argv.slice(2)
const store = await openFolderStore(join(folder, 'objects'))
const keys = await openFileKeyStore(join(folder, 'keys'))

const sizes = [0, 1, 1_000, 65_536, 200_000, 700_000, 2_000_000]
const randomSize = (): number => sizes[Math.floor(Math.random() * sizes.length)] ?? 0

async function writePlain(): Promise<void> {
  const objectId = tellingId(randomSize())
  await store.put(objectId, [bytesFor(objectId)])
  writeSync(1, `${JSON.stringify({ objectId })}\n`)
}

async function writeSealed(): Promise<void> {
  const objectId = tellingId(randomSize())
  const record = await putObject(store, keys, `sealed-${objectId}`, [bytesFor(objectId)])
  writeSync(
    1,
    `${JSON.stringify({ ...record, wrappedKey: Buffer.from(record.wrappedKey).toString('hex') })}\n`,
  )
}

async function forEver(write: () => Promise<void>): Promise<never> {
  for (;;) await write()
}

await Promise.all([writePlain, writePlain, writeSealed, writeSealed].map(forEver))
