import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
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

test('the files that the guide shows are read as it says', async (t) => {
  const path = join(import.meta.dirname, '../../../../../docs/how-to/load-your-own-lists.md')
  const guide = await readFile(path, 'utf8')
  const [index, known, plain, ranges] = [...guide.matchAll(/^```\w+\n([^`]+)^```$/gm)].map(([, text]) => text)
  assert.ok(index && known && plain && ranges)
  const dataDir = await folder(t, { 'index.yaml': index, 'known.csv': known, 'plain.txt': plain })
  const rangeTable = join(dataDir, 'ranges.csv')
  await writeFile(rangeTable, ranges)
  const sources = await openConfiguredSources({ demo: false, dataDir, rangeTable })
  t.after(() => sources.close())
  const answersTo = async (hash: string) =>
    (await sources.hashLists?.lookup(hash))?.map(
      ({ answer, caveat }) => `${answer}${caveat ? ` (${caveat})` : ''}`,
    )
  assert.deepEqual(await answersTo(`md5:${'a'.repeat(30)}17`), ['hit', 'miss'])
  assert.deepEqual(await answersTo(`md5:${'c'.repeat(30)}17`), ['miss', 'hit'])
  assert.deepEqual(await answersTo(`sha1:${'b'.repeat(38)}17`), [
    'hit',
    'not checked (The list holds no sha1 digests.)',
  ])
  const network = await sources.overlay?.networks.lookup('203.0.113.5')
  assert.ok(network?.answer === 'hit' && network.value.kind === 'vpn')
  const place = await sources.overlay?.locator.lookup('203.0.113.200', undefined)
  assert.ok(place?.answer === 'hit' && place.value.region === 'OH')
  assert.equal(place.by.sourceDate, '2026-11-01')
})
