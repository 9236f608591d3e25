import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyReport, type Report } from '@opentipline/contract'
import fc from 'fast-check'
import { changesBetween } from './changes.ts'

const report = (words: readonly string[], type?: string): Report => ({
  ...emptyReport('le-json'),
  additionalInfo: [...words],
  ...(type === undefined ? {} : { incident: { annotations: [], type } }),
})

test('what was added, changed and taken away is told with its place', () => {
  assert.deepEqual(changesBetween(report(['one', 'two'], 'Synthetic a'), report(['one', 'three', 'four'])), [
    { at: '/incident/type', kind: 'removed', before: 'Synthetic a' },
    { at: '/additionalInfo/1', kind: 'changed', before: 'two', after: 'three' },
    { at: '/additionalInfo/2', kind: 'added', after: 'four' },
  ])
})

const byPlace = (x: { at: string }, y: { at: string }) => x.at.localeCompare(y.at)
const words = fc.array(fc.string(), { maxLength: 6 })
test('a revision does not differ from itself, and the way back is the way there turned round', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      assert.deepEqual(changesBetween(report(a), report(a)), [])
      const there = changesBetween(report(a), report(b))
      const back = changesBetween(report(b), report(a))
      const turned = back.map((change) =>
        change.kind === 'changed'
          ? { ...change, before: change.after, after: change.before }
          : change.kind === 'added'
            ? { at: change.at, kind: 'removed', before: change.after }
            : { at: change.at, kind: 'added', after: change.before },
      )
      assert.deepEqual(there.toSorted(byPlace), turned.toSorted(byPlace))
    }),
  )
})

test('a value that is long is cut, and still known to differ only where it is shown', () => {
  const [change] = changesBetween(report(['']), report(['x'.repeat(5000)]))
  assert.ok(change?.kind === 'changed' && change.after.length === 501)
})
