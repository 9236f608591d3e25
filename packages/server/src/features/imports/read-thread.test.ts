import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { workerThreadFromBytes } from '@opentipline/formats'
import { readImport } from './read-import.ts'
import { openImportReader } from './read-thread.ts'

const reader = openImportReader()
after(() => reader.close())

const documentOf = (values: number): Buffer =>
  Buffer.from(
    JSON.stringify({
      reportId: '900000017',
      dateReceived: '2026-11-02T08:00:00Z',
      reportedInformation: {
        incidentSummary: { incidentDateTime: '2026-11-01T10:00:00Z' },
        aKeyOfTomorrow: Array.from({ length: values }, (_, n) => `Synthetic narrative ${n}`),
      },
    }),
  )

test('a large document is read in the thread as it would be here, and a small one beside it', async () => {
  const [small, large] = [documentOf(3), documentOf(20_000)]
  assert.ok(small.length < workerThreadFromBytes && large.length > workerThreadFromBytes)
  const read = await Promise.all([small, large, small, large].map((bytes) => reader.read(bytes)))
  assert.deepEqual(read, [small, large, small, large].map(readImport))
  for (const each of read) assert.ok(each.ok)
})

test('a large document that is none is told with its place, and the thread goes on', async () => {
  const broken = Buffer.concat([documentOf(20_000).subarray(0, -2), Buffer.from('x')])
  const read = await reader.read(broken)
  assert.ok(!read.ok && read.problems.length > 0)
  assert.deepEqual(read, readImport(broken))
  assert.ok((await reader.read(documentOf(20_000))).ok)
})

test('this thread answers while a large one is read', async () => {
  const order: string[] = []
  const reading = reader.read(documentOf(200_000)).then(() => order.push('read'))
  for (let look = 0; look < 3; look++) {
    await new Promise((resolve) => setTimeout(resolve, 1))
    order.push('something else')
  }
  await reading
  assert.deepEqual(order, [...Array.from({ length: 3 }, () => 'something else'), 'read'])
})

test('a reader that is closed while it reads says so, and does not hang', async () => {
  const other = openImportReader()
  const reading = other.read(documentOf(200_000))
  const told = assert.rejects(reading, /thread that reads large imports ended/)
  await other.close()
  await told
})
