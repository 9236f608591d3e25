/**
 * Writes and reads one synthetic object of so many MiB: `measure-memory.ts FOLDER MIB`. Prints, as JSON, by how
 * many bytes the resident memory rose at most above what it was after a small object.
 */
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { openFileKeyStore } from '../keys/file-key-store.ts'
import { newObjectId } from '../object-id.ts'
import { openObject } from '../open-object.ts'
import { putObject } from '../put-object.ts'
import { openFolderStore } from '../stores/folder-store.ts'

const mebibyte = 1_048_576
const pieceBytes = 65_536
const [folder = '', mebibytes = ''] = process.argv.slice(2)
const store = await openFolderStore(join(folder, 'objects'))
const keys = await openFileKeyStore(join(folder, 'keys'))

let residentBytesMax = 0
const watch = (): void => {
  residentBytesMax = Math.max(residentBytesMax, process.memoryUsage.rss())
}

/** New memory for every piece, as a socket gives it. */
async function* synthetic(sizeBytes: number): AsyncGenerator<Uint8Array> {
  for (let given = 0; given < sizeBytes; given += pieceBytes) {
    watch()
    yield Buffer.alloc(pieceBytes, given / pieceBytes)
  }
}

await putObject(store, keys, newObjectId(), synthetic(mebibyte))
const residentBytesIdle = process.memoryUsage.rss()
const record = await putObject(store, keys, newObjectId(), synthetic(Number(mebibytes) * mebibyte))
const riseWritingBytes = residentBytesMax - residentBytesIdle
residentBytesMax = 0
const opened = await openObject(store, keys, record)
await finished(opened.stream().on('data', watch))
const riseReadingBytes = residentBytesMax - residentBytesIdle
process.stdout.write(JSON.stringify({ riseWritingBytes, riseReadingBytes }))
