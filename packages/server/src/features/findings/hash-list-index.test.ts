import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { openConfiguredSources } from './configured-sources.ts'
import { readHashListIndex } from './hash-list-index.ts'

const folder = async (t: TestContext, files: Record<string, string>): Promise<string> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'tipline-test-'))
  t.after(() => rm(dataDir, { recursive: true, force: true }))
  await mkdir(join(dataDir, 'hash-lists'))
  for (const [name, content] of Object.entries(files))
    await writeFile(join(dataDir, 'hash-lists', name), content)
  return dataDir
}
const entry = (file: string): string =>
  `  - {file: ${file}, name: ${file}, source: Example Source, date: "2026-11-01", meaning: Synthetic}\n`
const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex')

test('a folder without an index holds no lists, and hashes are then not checked', async (t) => {
  const dataDir = await folder(t, {})
  assert.deepEqual(await readHashListIndex(dataDir), [])
  const sources = await openConfiguredSources({ demo: false, dataDir })
  t.after(() => sources.close())
  assert.equal(sources.hashLists, undefined)
})

test('each list answers for itself: hit, miss, not checked, failed', async (t) => {
  const dataDir = await folder(t, {
    'index.yaml': `lists:\n${['known.txt', 'other.txt', 'md5.txt', 'missing.txt'].map(entry).join('')}`,
    'known.txt': `${sha1('a')}\n`,
    'other.txt': `${sha1('b')}\n`,
    'md5.txt': `${createHash('md5').update('a').digest('hex')}\n`,
  })
  const sources = await openConfiguredSources({ demo: false, dataDir })
  t.after(() => sources.close())
  const answers = await sources.hashLists?.lookup(`sha1:${sha1('a')}`)
  assert.deepEqual(
    answers?.map((each) => each.answer),
    ['hit', 'miss', 'not checked', 'failed'],
  )
  const [hit] = answers ?? []
  assert.ok(hit?.answer === 'hit' && hit.value.meaning === 'Synthetic' && hit.by.sourceDate === '2026-11-01')
})

test('an index that cannot be used, or that names a file elsewhere, is told in one sentence', async (t) => {
  const wrong = await folder(t, { 'index.yaml': 'lists: [{file: a.txt}]\n' })
  await assert.rejects(readHashListIndex(wrong), /index\.yaml \/lists\/0/)
  const outside = await folder(t, { 'index.yaml': `lists:\n${entry('../elsewhere.txt')}` })
  await assert.rejects(readHashListIndex(outside), /not in its own folder/)
})
