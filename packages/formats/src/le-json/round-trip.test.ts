import assert from 'node:assert/strict'
import test from 'node:test'
import { emptyReport } from '@opentipline/contract'
import fc from 'fast-check'
import { anyReport } from './arbitrary-report.fixture.ts'
import { exportLeJson } from './export.ts'
import { importLeJson } from './import.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const header = { reportId: '900000017', dateReceived: '2026-01-15T12:00:00Z' }

test('importing an exported report gives back exactly the report, whatever it holds', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const back = importLeJson(encode(exportLeJson(report, header)))
      assert.ok(back.ok, JSON.stringify(back))
      assert.deepStrictEqual(back.report, report)
      assert.deepEqual(back.header, header)
    }),
    { numRuns: 400 },
  )
})

test('what a second party reads from a document comes back from its own export of it', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const { openTipline: _, ...documented } = JSON.parse(exportLeJson(report, header))
      const first = importLeJson(encode(JSON.stringify(documented)))
      assert.ok(first.ok)
      const second = importLeJson(encode(exportLeJson(first.report, header)))
      assert.ok(second.ok)
      assert.deepStrictEqual(second.report, first.report)
    }),
    { numRuns: 200 },
  )
})

test('a report with nothing stated is exported and read back', () => {
  const back = importLeJson(encode(exportLeJson(emptyReport('public-form'), header)))
  assert.ok(back.ok)
  assert.deepStrictEqual(back.report, emptyReport('public-form'))
})
