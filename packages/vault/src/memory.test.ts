import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { temporaryFolder } from './test-support/temporary-folder.ts'

const mebibytes = 512

/** The whole server may rise by so much during an upload of any size. */
const riseBytesMax = 64 * 1_048_576

it(`writes and reads ${mebibytes} MiB in flat memory`, async () => {
  await using folder = await temporaryFolder()
  const script = fileURLToPath(new URL('test-support/measure-memory.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [script, folder.path, String(mebibytes)])
  const { riseWritingBytes, riseReadingBytes }: { riseWritingBytes: number; riseReadingBytes: number } =
    JSON.parse(stdout)
  assert.ok(riseWritingBytes < riseBytesMax, `Writing took ${riseWritingBytes} bytes more.`)
  assert.ok(riseReadingBytes < riseBytesMax, `Reading took ${riseReadingBytes} bytes more.`)
})
