import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blocksOf, showsIt } from './blocks.ts'

test('only blocks that are marked are run, and the text after one is what it shows', () => {
  const markdown =
    'a\n```sh\nno\n```\n```sh run\necho a\n```\n\n```text\na\n```\n```sh run background\nserve\n```\n'
  assert.deepEqual(blocksOf(markdown), [
    { line: 5, script: 'echo a\n', background: false, shows: 'a' },
    { line: 12, script: 'serve\n', background: true, shows: undefined },
  ])
})

test('an ellipsis stands for anything, and the rest must be there to the letter', () => {
  assert.ok(showsIt('id 17 (done)\n', 'id … (done)'))
  assert.ok(showsIt('a\nb\nc', 'a…c'))
  assert.ok(!showsIt('id 17 (failed)', 'id … (done)'))
  assert.ok(!showsIt('id 17 (done) and more', 'id … (done)'))
  assert.ok(!showsIt('axc', 'a.c'))
})
