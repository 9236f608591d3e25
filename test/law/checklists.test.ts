import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { assembleChecklists, readGuidanceYaml } from '@opentipline/domain'
import { shippedPack } from './pack.ts'

const data = join(import.meta.dirname, '../../data')
const files = readdirSync(join(data, 'checklists'))
  .toSorted()
  .map((name) => ({ name, text: readFileSync(join(data, 'checklists', name), 'utf8') }))
const { lists } = assembleChecklists(files)
const guidance = readGuidanceYaml(readFileSync(join(data, 'guidance/notes.yaml'), 'utf8'))
const notes = guidance.ok ? guidance.notes : []
const pack = shippedPack()
const rank = { verified: 0, secondary: 1, 'to be verified by counsel': 2 }

test('there is a checklist for each kind of report that is named', () => {
  assert.deepEqual(
    lists.map(({ id }) => id),
    [
      'ai-generated',
      'enticement',
      'hands-on',
      'informational',
      'self-produced',
      'sextortion',
      'trafficking',
      'viral',
    ],
  )
})

test('nothing shipped is marked better than the entry of the pack it rests on, and what is recalled says so', () => {
  assert.ok(guidance.ok)
  for (const item of [...lists.flatMap(({ items }) => items), ...notes]) {
    const entry = pack.entries.find(({ id }) => id === item.entry)
    if (item.entry !== undefined) assert.ok(entry, `${item.id}: ${item.entry} is no entry of the pack`)
    if (entry)
      assert.ok(rank[item.status] >= rank[entry.status], `${item.id} is marked better than ${entry.id}`)
    if (item.status === 'to be verified by counsel') assert.match(item.source, /recalled/, item.id)
    else assert.doesNotMatch(item.source, /^recalled/, item.id)
    // Only what binds the officer is law; a statute that binds providers is a means, and guidance here.
    if (item.force === 'law') assert.ok(entry?.force === 'law', item.id)
    assert.notEqual(item.force, 'agency policy', item.id)
  }
})

test('no item tells what to decide, by when, or that something must be done', () => {
  const words = [
    ...lists.flatMap(({ items }) => items.map((item) => item.do.en)),
    ...notes.map(({ says }) => says.en),
  ]
  for (const each of words) assert.doesNotMatch(each, /\b(must|shall|deadline|required|within \d+)\b/i, each)
})

test('an uncited item in a shipped file stops the program and says where', () => {
  const broken = files.map(({ name, text }) => ({
    name,
    text: name === 'viral.yaml' ? text.replace(/\n\s+citation: .*/, '') : text,
  }))
  assert.throws(() => assembleChecklists(broken), /data\/checklists\/viral\.yaml line \d+: .*citation/)
})
