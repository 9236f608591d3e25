import assert from 'node:assert/strict'
import test from 'node:test'
import {
  checkReportRules,
  type DocumentRoot,
  documentRoots,
  parseDocument,
  printFileDetails,
  printReport,
  readDocument,
  type SchemaVersion,
  schemaVersions,
  toFileDetails,
  toReport,
  type WireDocument,
} from '@opentipline/formats'
import fc from 'fast-check'
import { documentArbitrary, lookArbitrary } from './arbitrary.ts'
import { type Element, plainLook, render, utf8 } from './element.ts'
import { everyAttribute, everyPath, everyValue, type ValidDocument } from './valid.ts'

const now = new Date('2026-08-01T00:00:00Z')
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

const parsed = (bytes: Uint8Array, root: DocumentRoot, schemaVersion: SchemaVersion): WireDocument => {
  const result = parseDocument(bytes, { expectedRoot: root, schemaVersion })
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.problems))
  return result.document
}

const printedAgain = (document: WireDocument): string => {
  if (document.rootName === 'report') return printReport(toReport(document))
  const { reportId, fileId, file } = toFileDetails(document)
  return printFileDetails(reportId, fileId, file)
}

const modelOf = (document: WireDocument): unknown =>
  document.rootName === 'report' ? toReport(document) : toFileDetails(document)

/** Elements of elements that hold none say nothing, and the model does not keep them. */
const sayNothing = new Set(['/report/incidentSummary/reportAnnotations', '/fileDetails/fileAnnotations'])

const everything = (root: DocumentRoot, version: SchemaVersion): ValidDocument[] => [
  ...everyPath(root, { version }),
  ...everyAttribute(root, { version }),
  ...everyValue(root, { version }),
]

for (const version of schemaVersions) {
  for (const root of documentRoots) {
    test(`every path, attribute and value of ${root} ${version} is taken`, () => {
      for (const made of everything(root, version)) {
        const result = readDocument(made.bytes, { expectedRoot: root, schemaVersion: version, now })
        assert.ok(result.ok, `${made.name}: ${JSON.stringify(result)}`)
      }
    })

    test(`the model of ${root} ${version} says everything again that any document said`, () => {
      for (const made of everything(root, version)) {
        if (sayNothing.has(made.path)) continue
        const again = printedAgain(parsed(made.bytes, root, version))
        assert.equal(again, declaration + render(made.root, { ...plainLook, selfClosing: false }), made.name)
      }
    })

    test(`any valid ${root} ${version} is taken, however it is written, and printed again the same`, () => {
      fc.assert(
        fc.property(documentArbitrary(root, version), lookArbitrary, (tree: Element, look) => {
          const result = readDocument(utf8(render(tree, look)), {
            expectedRoot: root,
            schemaVersion: version,
            now,
          })
          assert.ok(result.ok, JSON.stringify(result))
          const written = parsed(utf8(render(tree, look)), root, version)
          const once = printedAgain(written)
          assert.equal(once, declaration + render(tree, { ...plainLook, selfClosing: false }))
          assert.deepEqual(modelOf(parsed(utf8(once), root, version)), modelOf(written))
        }),
        { numRuns: 150 },
      )
    })
  }
}

test('a text value is found in the model exactly as it was written', () => {
  const version = '2026-08'
  for (const made of everyPath('report', { version })) {
    const { value } = made
    if (value === undefined || value === 'true' || /^-?[\d.]+$/.test(value)) continue
    const model = JSON.stringify(toReport(parsed(made.bytes, 'report', version)))
    assert.ok(model.includes(JSON.stringify(value)), `${made.path}: ${value}`)
  }
})

test('what the 2026 schema adds is refused under the older one, at its place', () => {
  const added = everyPath('report', { version: '2026-08' }).filter((made) =>
    /ageAssertionDiscrepancy|informational|potentialAggravatingFactors|instrumentalUse/.test(made.path),
  )
  assert.equal(added.length, 9)
  for (const made of added) {
    const result = parseDocument(made.bytes, { expectedRoot: 'report', schemaVersion: '2025-11' })
    assert.ok(!result.ok)
    assert.equal(result.code, 4100)
    assert.equal(result.problems[0]?.element, made.path.split('/').at(-1))
  }
})

test('a document that breaks no rule gets no warning but that no e-mail of the reporter is stated', () => {
  for (const made of everyPath('report', { version: '2026-08' })) {
    const { warnings } = checkReportRules(parsed(made.bytes, 'report', '2026-08'), { now })
    assert.ok(
      warnings.every((warning) => warning.rule === 'reporter-email-required'),
      JSON.stringify(warnings),
    )
  }
})
