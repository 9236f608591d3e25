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

test('guidance never counts down, and a moment without law or policy behind it says that nothing is due', () => {
  for (const [name, { force, why }] of Object.entries(clockPrompts)) {
    assert.ok(!['guidance'].includes(force), name)
    if (force === 'choice') assert.match(why.en, /nothing is due|nobody has to do anything/, name)
  }
})

test('every prompt has its words in both languages', () => {
  for (const { id, what, why } of promptList)
    for (const words of [what.en, what.es, why.en, why.es]) assert.ok(words.length > 5, id)
})
