import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { knownResponseCode, responseCodes } from './codes.ts'
import { printReportDoneResponse, printReportResponse } from './print.ts'
import { readReportDoneResponse, readReportResponse } from './read.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const id = fc.integer({ min: 1, max: 2 ** 53 - 1 }).map(String)
const fileId = fc.stringMatching(/^[0-9a-f]{32}$/)
const description = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '')

test('an answer has the declaration, no white space and the order of the schema, so that clients find their literals', () => {
  assert.equal(
    printReportResponse({ code: 0, description: 'Success', reportId: '7855770', fileId: 'ab', hash: 'cd' }),
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><reportResponse><responseCode>0</responseCode><responseDescription>Success</responseDescription><reportId>7855770</reportId><fileId>ab</fileId><hash>cd</hash></reportResponse>',
  )
  assert.equal(
    printReportDoneResponse({ code: 0, reportId: '1', fileIds: ['ab', 'cd'] }),
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><reportDoneResponse><responseCode>0</responseCode><reportId>1</reportId><files><fileId>ab</fileId><fileId>cd</fileId></files></reportDoneResponse>',
  )
})

test('a report finished without files is answered with an empty files element', () => {
  assert.match(
    printReportDoneResponse({ code: 0, reportId: '1', fileIds: [] }),
    /<files\/><\/reportDoneResponse>$/,
  )
})

test('what is printed as an answer is read back the same', () => {
  const answer = fc.record(
    { code: fc.constantFrom(0, 1000, 4100, 5102), description, reportId: id, fileId, hash: fileId },
    { requiredKeys: ['code', 'description'] },
  )
  fc.assert(
    fc.property(answer, (value) => {
      const read = readReportResponse(bytes(printReportResponse(value)))
      assert.deepEqual(read, { ok: true, value: { ...value } })
    }),
  )
  fc.assert(
    fc.property(id, fc.array(fileId), (reportId, fileIds) => {
      const value = { code: 0, reportId, fileIds }
      assert.deepEqual(readReportDoneResponse(bytes(printReportDoneResponse(value))), { ok: true, value })
    }),
  )
})

test('an answer without a description is never printed', () => {
  assert.throws(() => printReportResponse({ code: 0, description: ' ' }))
})

test('a description that quotes what XML cannot carry still makes a readable answer', () => {
  const printed = printReportResponse({ code: 4100, description: 'x\u0000\ud800<&>y' })
  const read = readReportResponse(bytes(printed))
  assert.deepEqual(read, { ok: true, value: { code: 4100, description: 'x\ufffd\ufffd<&>y' } })
})

test('reading an answer never throws, whatever the other side sent', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (sent) => {
      assert.equal(readReportResponse(sent).ok, false)
    }),
  )
  for (const text of [
    '',
    '<a/>',
    '<reportResponse/>',
    '<!DOCTYPE a><reportResponse/>',
    '<reportDoneResponse><responseCode>0</responseCode></reportDoneResponse>',
  ]) {
    assert.equal(readReportResponse(bytes(text)).ok, false)
    assert.equal(readReportDoneResponse(bytes(text)).ok, false)
  }
})

test('a pretty-printed answer of another server is read', () => {
  const text =
    '<?xml version="1.0" encoding="UTF-8"?>\n<reportResponse>\n  <responseCode> 0 </responseCode>\n  <responseDescription>Success</responseDescription>\n  <reportId>17</reportId>\n</reportResponse>\n'
  assert.deepEqual(readReportResponse(bytes(text)), {
    ok: true,
    value: { code: 0, description: 'Success', reportId: '17' },
  })
})

test('no code but 0 travels with HTTP 200, and a code of the 1000s with 500 or 404', () => {
  for (const [code, entry] of Object.entries(responseCodes)) {
    assert.equal(entry.status === 200, code === '0')
    assert.notEqual(entry.description, '')
    if (code.startsWith('1')) assert.ok(entry.status === 500 || code === '1210')
  }
  assert.equal(knownResponseCode(4110), 4110)
  assert.equal(knownResponseCode(4999), undefined)
})
