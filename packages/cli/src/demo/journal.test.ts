import assert from 'node:assert/strict'
import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { openJournal } from './journal.ts'

test('a journal tells the last step of each filing, also after a torn line', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'tipline-journal-'))
  t.after(() => rm(folder, { recursive: true }))
  const path = join(folder, 'journal')
  const first = await openJournal(path)
  assert.equal(first.before.size, 0)
  await first.write({ filing: 0, state: 'opened', reportId: '17' })
  await first.write({ filing: 1, state: 'opened', reportId: '18' })
  await first.write({ filing: 0, state: 'done' })
  await appendFile(path, '{"filing":1,"sta')
  const second = await openJournal(path)
  await second.write({ filing: 2, state: 'done' })
  const third = await openJournal(path)
  assert.deepEqual(
    [...third.before],
    [
      [0, { filing: 0, state: 'done' }],
      [1, { filing: 1, state: 'opened', reportId: '18' }],
      [2, { filing: 2, state: 'done' }],
    ],
  )
})
