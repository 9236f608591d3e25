import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readModule } from './module-shape.ts'

test('imports of every form are read with their names, lines and whether they are erased', () => {
  const { imports } = readModule(
    [
      "import a, { b as c, type D } from 'one'",
      "import type { E } from './two.ts'",
      "import * as all from 'three'",
      "import 'four'",
      'import {',
      '  f,',
      "} from 'five'",
      "const g = await import('./six.ts')",
    ].join('\n'),
  )
  const shown = imports.map((each) => [each.from, each.line, each.names.join(' '), each.typeOnly])
  assert.deepEqual(shown, [
    ['one', 1, 'b D default', false],
    ['./two.ts', 2, 'E', true],
    ['three', 3, '*', false],
    ['five', 5, 'f', false],
    ['four', 4, '', false],
    ['./six.ts', 8, '*', false],
  ])
})

test('exports of every form are read', () => {
  const { exports, imports } = readModule(
    [
      'export const a = 1, z = 2',
      'export async function b() {}',
      'export type C = string',
      'export interface D {}',
      'export class E {}',
      'export const { f, g: h } = x',
      'export { i, j as k }',
      "export * from './l.ts'",
      "export { m as n } from './o.ts'",
    ].join('\n'),
  )
  assert.deepEqual(exports.map((each) => each.name).toSorted(), ['C', 'D', 'E', 'a', 'b', 'f', 'h', 'i', 'k'])
  assert.deepEqual(
    imports.flatMap((each) => each.reexports),
    [
      { name: '*', as: '*' },
      { name: 'm', as: 'n' },
    ],
  )
})

test('what stands in comments and strings is no code', () => {
  const text =
    "// import 'a'\n/* import 'b'\nimport 'c' */\nconst d = 'Date.now()' // Date.now()\nconst e = `${Date.now()}`"
  const { imports, code } = readModule(text)
  assert.deepEqual(imports, [])
  assert.equal(code.match(/Date\.now/g)?.length, 1)
  assert.equal(code.split('\n').length, text.split('\n').length)
})
