import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { temporaryFolder } from './test-support/temporary-folder.ts'

const mebibytes = 512

/** Some 36 MiB are usual. The bound leaves room for a collection that comes late on a busy machine. */
const riseBytesMax = 96 * 1_048_576

it(`writes and reads ${mebibytes} MiB in flat memory`, async () => {
  await using folder = await temporaryFolder()
  const script = fileURLToPath(new URL('./test-support/measure-memory.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [script, folder.path, String(mebibytes)])
  const { riseWritingBytes, riseReadingBytes }: { riseWritingBytes: number; riseReadingBytes: number } =
    JSON.parse(stdout)
  assert.ok(riseWritingBytes < riseBytesMax, `Writing took ${riseWritingBytes} bytes more.`)
  assert.ok(riseReadingBytes < riseBytesMax, `Reading took ${riseReadingBytes} bytes more.`)
})
