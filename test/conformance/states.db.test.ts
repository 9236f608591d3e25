import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { startTestServer } from '../support/server.ts'
import { type Answer, callerOf, detailsXml, openReport, tagOf, thinXml, uploadBytes } from './calls.ts'

const server = await startTestServer()
const credential = await server.addProvider('Example Provider')
const caller = callerOf(server.address, credential.authorization)

const told = (answer: Answer, status: number, code: number): void =>
  assert.deepEqual({ status: answer.status, code: answer.code }, { status, code }, answer.text)

/** Every call that changes a report, on the given one. */
const calls = async (reportId: string, fileId: string): Promise<Record<string, Answer>> => {
  const form = new FormData()
  form.set('id', reportId)
  form.set('file', new Blob(['late']), 'late.bin')
  return {
    upload: await caller.multipart('/upload', form),
    fileinfo: await caller.xml('/fileinfo', detailsXml(reportId, fileId)),
    finish: await caller.form('/finish', { id: reportId }),
    retract: await caller.form('/retract', { id: reportId }),
  }
}

/** Makes a report as old as that, and its last change. */
const age = (since: string, changed: string, id: string) =>
  server.database.query(
    `update report set opened_at = now() - interval '${since}', last_modified_at = now() - interval '${changed}' where report_id = $1`,
    [id],
  )

describe('the state of a report', () => {
  test('submit, upload, fileinfo, finish answer with success and the ids', async () => {
    const reportId = await openReport(caller)
    assert.match(reportId, /^[1-9]\d{0,15}$/)
    const form = new FormData()
    form.set('id', reportId)
    form.set('file', new Blob(['synthetic bytes']), 'a.bin')
    const uploaded = await caller.multipart('/upload', form)
    told(uploaded, 200, 0)
    assert.equal(tagOf(uploaded, 'hash'), createHash('md5').update('synthetic bytes').digest('hex'))
    const fileId = tagOf(uploaded, 'fileId')
    assert.match(fileId, /^[0-9a-f]{32}$/)
    const described = await caller.xml('/fileinfo', detailsXml(reportId, fileId))
    told(described, 200, 0)
    assert.equal(tagOf(described, 'reportId'), reportId)
    assert.equal(tagOf(described, 'fileId'), fileId)
    const finished = await caller.form('/finish', { id: reportId })
    assert.equal(
      finished.text,
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><reportDoneResponse><responseCode>0</responseCode><reportId>${reportId}</reportId><files><fileId>${fileId}</fileId></files></reportDoneResponse>`,
    )
  })

  test('a report without files finishes with an empty list', async () => {
    const reportId = await openReport(caller)
    const finished = await caller.form('/finish', { id: reportId })
    assert.match(finished.text, /<files\/><\/reportDoneResponse>$/)
  })

  test('a finished report answers 5102 to everything, with 409', async () => {
    const reportId = await openReport(caller)
    const fileId = await uploadBytes(caller, reportId)
    told(await caller.form('/finish', { id: reportId }), 200, 0)
    for (const answer of Object.values(await calls(reportId, fileId))) told(answer, 409, 5102)
  })

  test('a retracted report answers 5101 to everything, with 409', async () => {
    const reportId = await openReport(caller)
    const fileId = await uploadBytes(caller, reportId)
    told(await caller.form('/retract', { id: reportId }), 200, 0)
    for (const answer of Object.values(await calls(reportId, fileId))) told(answer, 409, 5101)
  })

  test('an unknown report answers 5001 to everything, with 404', async () => {
    for (const answer of Object.values(await calls('999999999', '0123456789abcdef0123456789abcdef')))
      told(answer, 404, 5001)
  })

  test('another provider’s report is told as missing', async () => {
    const other = await server.addProvider('Another Provider')
    const reportId = await openReport(callerOf(server.address, other.authorization))
    for (const answer of Object.values(await calls(reportId, '0123456789abcdef0123456789abcdef')))
      told(answer, 404, 5001)
  })

  test('a test credential does not reach what a live one of the same provider made', async () => {
    const trial = await server.addProvider('Example Provider', 'test')
    const reportId = await openReport(caller)
    told(await callerOf(server.address, trial.authorization).form('/finish', { id: reportId }), 404, 5001)
  })

  test('an expired report answers 5101: at the later of a day after opening and an hour after the last change', async () => {
    const opened = await openReport(caller)
    await age('25 hours', '59 minutes', opened)
    told(await caller.form('/finish', { id: opened }), 200, 0)
    const lapsed = await openReport(caller)
    await age('25 hours', '61 minutes', lapsed)
    for (const answer of Object.values(await calls(lapsed, '0123456789abcdef0123456789abcdef')))
      told(answer, 409, 5101)
    const young = await openReport(caller)
    await age('23 hours', '23 hours', young)
    told(await caller.form('/finish', { id: young }), 200, 0)
  })

  test('a file is described once, and only a file of that report', async () => {
    const reportId = await openReport(caller)
    const fileId = await uploadBytes(caller, reportId)
    told(await caller.xml('/fileinfo', detailsXml(reportId, 'ffffffffffffffffffffffffffffffff')), 404, 5002)
    const elsewhere = await openReport(caller)
    told(await caller.xml('/fileinfo', detailsXml(elsewhere, fileId)), 404, 5002)
    told(await caller.xml('/fileinfo', detailsXml(reportId, fileId)), 200, 0)
    told(await caller.xml('/fileinfo', detailsXml(reportId, fileId)), 400, 4100)
  })

  test('two identical submissions are two reports', async () => {
    assert.notEqual(await openReport(caller), await openReport(caller))
  })

  test('a batched report takes one file at most, checked at finish; it stays open for retract', async () => {
    const xml = thinXml().replace('<report>', '<report><batchedReport reason="VIRAL_POTENTIAL_MEME"/>')
    const reportId = await openReport(caller, xml)
    await uploadBytes(caller, reportId, 'one')
    await uploadBytes(caller, reportId, 'two')
    told(await caller.form('/finish', { id: reportId }), 400, 4100)
    told(await caller.form('/retract', { id: reportId }), 200, 0)
  })

  test('the bytes of every document are kept as they came, with their SHA-256', async () => {
    const xml = `\ufeff${thinXml()}\r\n<!-- Synthetic comment 1 -->`
    const answer = await caller.xml('/submit', xml)
    told(answer, 200, 0)
    const [row] = await server.database.query<{ bytes: Buffer; right: boolean }>(
      'select bytes, sha256(bytes) = sha256 as right from document where report_id = $1',
      [tagOf(answer, 'reportId')],
    )
    assert.equal(row?.right, true)
    assert.deepEqual(row?.bytes, Buffer.from(xml))
  })
})
