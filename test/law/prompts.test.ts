import assert from 'node:assert/strict'
import { test } from 'node:test'
import { promptList } from '@opentipline/domain'
import { shippedPack } from './pack.ts'

const entries = new Map(shippedPack().entries.map((entry) => [entry.id, entry]))

test('a prompt that names an authority names an entry of the pack, and has its force', () => {
  for (const { id, entry, force } of promptList) {
    if (entry === undefined) continue
    assert.equal(entries.get(entry)?.force, force, `${id} rests on ${entry}`)
  }
})

test('nothing that a person is asked for before an act rests on guidance: guidance never blocks', () => {
  for (const { id, kind, force } of promptList) assert.ok(kind !== 'asked' || force !== 'guidance', id)
})
