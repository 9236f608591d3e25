import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DocumentBlock, DocumentModel } from '@opentipline/contract'
import fc from 'fast-check'
import { composeDocument } from './compose.ts'
import { documentInput, documentReport } from './documents.fixture.ts'
import {
  documentFacts,
  exactUtc,
  factLabels,
  type FactName,
  listColumns,
  type ListName,
  roleWords,
} from './facts.ts'
import { type DocumentTemplate, parseTemplate } from './template.ts'
import { visible } from './visible.ts'

const head = `id: synthetic
version: 1
kind: case summary
name: Synthetic
about: Synthetic
title: Synthetic title
authority: Synthetic authority
source: synthetic
date: "2026-01-01"
status: choice
ask:
  - {id: recipient, label: To}
`
const read = (blocks: string): DocumentTemplate => {
  const parsed = parseTemplate(`${head}blocks:\n${blocks}`)
  assert.ok(parsed.ok, JSON.stringify(parsed))
  return parsed.template
}
const faults = (blocks: string): string[] => {
  const parsed = parseTemplate(`${head}blocks:\n${blocks}`)
  return parsed.ok ? [] : parsed.problems.map(({ line, message }) => `${line}: ${message}`)
}

test('a name that nothing answers to is told with its line, and so is a brace that is no placeholder', () => {
  assert.deepEqual(faults('  - text: "{{provider.nmae}}"\n'), [
    '14: "provider.nmae" is no fact that can stand here',
  ])
  assert.deepEqual(faults('  - text: ok\n  - facts: [tip.number, nothing]\n'), ['15: "nothing" is no fact'])
  assert.deepEqual(faults('  - text: "{{ask.other}}"\n'), ['14: "ask.other" is no fact that can stand here'])
  assert.deepEqual(faults('  - list: people\n'), ['14: "people" is no list'])
  assert.deepEqual(faults('  - text: "{{tip.number"\n'), ['14: has a brace that is no placeholder'])
  assert.match(faults('  - code: "1 + 1"\n')[0] ?? '', /^14: /)
})

test('a list whose rows have roles cannot be shown without them', () => {
  assert.deepEqual(faults('  - {list: accounts, columns: [account]}\n'), [
    '14: leaves out "role", which goes with every row',
  ])
  assert.deepEqual(faults('  - {list: accounts, columns: [role, account]}\n'), [])
})

const values = (block: DocumentBlock): string[] => {
  switch (block.block) {
    case 'heading':
    case 'sign':
      return []
    case 'paragraph':
      return block.parts.filter((part) => part.fact !== undefined).map((part) => part.text)
    case 'facts':
      return block.rows.map((row) => row.value)
    case 'list':
      return block.rows.flatMap((row) => row.cells)
  }
}
const everything = `${(Object.keys(factLabels) as FactName[]).map((name) => `  - facts: [${name}]\n  - text: "Words {{${name}}} words"`).join('\n')}
${(Object.keys(listColumns) as ListName[]).map((name) => `  - list: ${name}`).join('\n')}
  - text: "To {{ask.recipient}}"
`
const anyText = fc.string({ unit: 'binary', maxLength: 40 })

test('every value in a document is a fact of the tip or what a person entered, word for word', () => {
  const template = read(everything)
  fc.assert(
    fc.property(anyText, anyText, anyText, fc.boolean(), (name, account, entered, has) => {
      const report = documentReport()
      const [reported, ...others] = report.parties
      assert.ok(reported)
      const input = documentInput({
        agencyName: name,
        report: {
          ...report,
          reporter: has ? { espName: name } : {},
          parties: [{ ...reported, espIdentifier: account }, ...others],
        },
      })
      const sheet = documentFacts(input)
      const { model } = composeDocument(template, sheet, { recipient: entered })
      const known = new Set([
        ...Object.values(sheet.facts).flatMap((fact) => (fact.value === null ? [] : [fact.value])),
        ...Object.values(sheet.lists).flatMap((rows) => rows.flatMap((row) => Object.values(row.cells))),
        visible(entered.trim()),
        'not stated',
      ])
      for (const value of model.blocks.flatMap(values))
        assert.ok(known.has(value) || /^\[.*: not stated\]$/.test(value), value)
      for (const fact of Object.values(sheet.facts)) assert.ok(fact.source.length > 3)
    }),
    { numRuns: 60 },
  )
})

test('the same facts under the same template are the same document', () => {
  const template = read(everything)
  const make = (): DocumentModel => composeDocument(template, documentFacts(documentInput()), {}).model
  assert.deepEqual(make(), make())
})

test('invariant 15: a recipient and a child are told not to be suspects in every row that names them', () => {
  const { lists } = documentFacts(documentInput())
  const rowsOf = (trace: string) =>
    Object.values(lists).flatMap((rows) => rows.filter((row) => Object.values(row.cells).includes(trace)))
  for (const [trace, role] of [
    ['synthetic_recipient_17', roleWords.recipient],
    ['synthetic_child_17', roleWords.child],
    ['+1 202 555 0117', roleWords.child],
  ] as const) {
    assert.ok(rowsOf(trace).length > 0, trace)
    for (const row of rowsOf(trace)) assert.equal(row.cells['role'], role)
  }
  assert.match(roleWords.recipient, /not a suspect/)
  assert.match(roleWords.child, /not a suspect/)
})

test('times are UTC to the fraction that was given and no finer; a port that is not stated is said', () => {
  assert.equal(exactUtc('2026-10-31T22:04:09.25-05:00'), '2026-11-01T03:04:09.25Z')
  assert.equal(exactUtc('2026-11-01T09:59:58Z'), '2026-11-01T09:59:58Z')
  assert.equal(exactUtc('2026-11-01T09:59Z'), '2026-11-01T09:59Z (seconds not stated)')
  assert.equal(exactUtc('2026-11-01T09:59:58'), null)
  const ports = documentFacts(documentInput()).lists.captures.map((row) => row.cells['port'])
  assert.deepEqual(ports, ['51234', 'port not stated', 'port not stated'])
})

test('a name brings no lines, controls or direction of its own, and nothing of it vanishes', () => {
  assert.equal(visible('a\u202Eb'), 'a[U+202E]b')
  assert.equal(visible('a\u0000b\nc'), 'a[U+0000]b / c')
  fc.assert(
    fc.property(anyText, (given) => {
      assert.ok(!/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(visible(given)))
    }),
  )
})

test('what is not stated is said to be missing and is never filled in', () => {
  const { model, missing } = composeDocument(
    read('  - text: "By {{decision.by}} for {{ask.recipient}}"\n'),
    documentFacts(documentInput()),
    {},
  )
  assert.deepEqual(missing, ['Decided by', 'To'])
  assert.deepEqual(model.blocks.flatMap(values), ['[Decided by: not stated]', '[To: not stated]'])
})
