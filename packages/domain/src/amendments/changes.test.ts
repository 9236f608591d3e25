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

test('a value that is long is cut', () => {
  const [change] = changesBetween(report(['']), report(['x'.repeat(5000)]))
  assert.ok(change?.kind === 'changed' && change.after.length === 501)
})

test('what a supplement writes on at the end of a long narrative is told, from shortly before it', () => {
  const long = 'Synthetic narrative 17. '.repeat(100)
  const [change, ...more] = changesBetween(report([long]), report([`${long}Synthetic supplement 18.`]))
  assert.deepEqual(more, [])
  assert.ok(change?.kind === 'changed')
  assert.ok(change.after.endsWith('Synthetic supplement 18.') && change.after.startsWith('…'))
  assert.ok(long.endsWith(change.before.slice(1)) && change.before.length < 100)
})

test('two long texts that differ anywhere differ in what is shown of them, and no character is halved', () => {
  const long = fc.string({ unit: 'grapheme', minLength: 600, maxLength: 900 })
  fc.assert(
    fc.property(long, fc.nat({ max: 899 }), fc.string({ minLength: 1, maxLength: 3 }), (text, at, put) => {
      const there = at % text.length
      const cutAt = there > 0 && /[\uDC00-\uDFFF]/.test(text[there] ?? '') ? there - 1 : there
      const other = `${text.slice(0, cutAt)}${put}${text.slice(cutAt)}`
      const [change] = changesBetween(report([text]), report([other]))
      assert.ok(change?.kind === 'changed' && change.before !== change.after)
      assert.ok(!/^…[\uDC00-\uDFFF]/.test(change.before) && !/^…[\uDC00-\uDFFF]/.test(change.after))
    }),
    { numRuns: 100 },
  )
})
