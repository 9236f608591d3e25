import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockPrompts } from './clocks.ts'
import { promptList } from './catalogue.ts'

test('what binds or advises names its authority, and a choice of the program claims none', () => {
  for (const { id, force, entry } of promptList) {
    if (force === 'law' || force === 'guidance') assert.ok(entry, `${id} names no entry of the pack`)
    else assert.equal(entry, undefined, `${id} is a ${force} and names an entry`)
  }
})

test('guidance and choice never count down: a moment has law or an agency policy behind it', () => {
  const binding = ['law', 'agency policy']
  for (const [name, prompt] of Object.entries(clockPrompts)) assert.ok(binding.includes(prompt.force), name)
})

test('every prompt has its words in both languages', () => {
  for (const { id, what, why } of promptList)
    for (const words of [what.en, what.es, why.en, why.es]) assert.ok(words.length > 5, id)
})
