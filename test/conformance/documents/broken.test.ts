import assert from 'node:assert/strict'
import test from 'node:test'
import { type Problem, readDocument, type SchemaVersion } from '@opentipline/formats'
import type { BrokenDocument } from './broken.ts'
import { malformedDocuments, unusualDocuments } from './broken-form.ts'
import {
  ruleBreakingBatchedFileDetails,
  ruleBreakingFileDetails,
  validBatchedFileDetails,
} from './broken-files.ts'
import {
  missingPriorReport,
  reportsAtTheEdge,
  ruleBreakingReports,
  validBatchedReport,
} from './broken-rules.ts'
import { longestDocuments } from './broken-values.ts'
import { schemaBreakingDocuments } from './broken-schema.ts'
import { unknownIds } from './build.ts'
import { utf8 } from './element.ts'

const now = new Date('2026-08-01T00:00:00Z')
const version: SchemaVersion = '2026-08'
const charsetOf = (contentType: string | undefined): string | undefined =>
  /charset=([^;]+)/i.exec(contentType ?? '')?.[1]

type Judged = { name: string; bytes: Uint8Array; contentType?: string; endpoint?: BrokenDocument['endpoint'] }
const read = (made: Judged, batched = false) =>
  readDocument(made.bytes, {
    expectedRoot: made.endpoint === 'fileinfo' ? 'fileDetails' : 'report',
    charsetHeader: charsetOf(made.contentType),
    schemaVersion: version,
    now,
    batched,
    priorReportExists: (id) => id !== '404',
  })

const problemsOf = (made: BrokenDocument, batched = false): Problem[] => {
  const result = read(made, batched)
  assert.ok(!result.ok, `${made.name} was taken`)
  assert.equal(result.code, made.expectedCode, `${made.name}: ${JSON.stringify(result.problems)}`)
  assert.ok(
    result.problems.some((problem) => problem.rule === made.rule),
    `${made.name} names ${made.rule}: ${JSON.stringify(result.problems)}`,
  )
  for (const problem of result.problems) assert.ok(problem.line >= 1 && problem.column >= 1, made.name)
  return result.problems
}

test('every malformed document is refused with 4110', () => {
  for (const made of malformedDocuments) problemsOf(made)
})

test('every document that breaks the schema is refused with 4100, at an element', () => {
  const all = schemaBreakingDocuments()
  assert.ok(all.length > 1500, String(all.length))
  for (const made of all)
    for (const problem of problemsOf(made)) assert.notEqual(problem.element, '', made.name)
})

test('every document that breaks one documented rule is refused with 4100 for that rule alone', () => {
  const all = [...ruleBreakingReports, ...missingPriorReport('404'), ...ruleBreakingFileDetails(unknownIds)]
  for (const made of all) {
    const problems = problemsOf(made)
    assert.deepEqual([...new Set(problems.map((problem) => problem.rule))], [made.rule], made.name)
  }
})

test('the file of a batched report is held to the rules of the batch, and only there', () => {
  for (const made of ruleBreakingBatchedFileDetails(unknownIds)) {
    problemsOf(made, true)
    assert.ok(read(made).ok, made.name)
  }
  for (const { name, document } of validBatchedFileDetails(unknownIds)) {
    const result = read({ name, bytes: utf8(document), endpoint: 'fileinfo' }, true)
    assert.ok(result.ok, `${name}: ${JSON.stringify(result)}`)
  }
})

test('unusual documents that say nothing wrong are taken', () => {
  for (const made of unusualDocuments) {
    const result = read(made)
    assert.ok(result.ok, `${made.name}: ${result.ok ? '' : JSON.stringify(result.problems)}`)
  }
})

test('documents at the edge of a rule are taken', () => {
  const edge = [...longestDocuments, ...reportsAtTheEdge, { name: 'a batch', document: validBatchedReport }]
  for (const { name, document } of edge) {
    const result = read({ name, bytes: utf8(document) })
    assert.ok(result.ok, `${name}: ${result.ok ? '' : JSON.stringify(result.problems)}`)
  }
})

test('the same characters arrive by every encoding', () => {
  const accented = unusualDocuments.filter((made) =>
    /UTF-16 big|ISO-8859-1|UTF-8 under|text.plain/.test(made.name),
  )
  assert.ok(accented.length >= 5)
  for (const made of accented) {
    const result = read(made)
    assert.ok(result.ok && result.value.root === 'report')
    assert.deepEqual(result.value.report.additionalInfo, ['caf\u00e9'], made.name)
  }
})
