import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { defaultSchemaVersion } from '@opentipline/formats'
import { startTestServer } from '../support/server.ts'
import { type Answer, callerOf, detailsXml, openReport, tagOf, thinXml, uploadBytes } from './calls.ts'
import type { BrokenDocument } from './documents/broken.ts'
import {
  ruleBreakingBatchedFileDetails,
  ruleBreakingFileDetails,
  validBatchedFileDetails,
} from './documents/broken-files.ts'
import { malformedDocuments, unusualDocuments } from './documents/broken-form.ts'
import { reportsAtTheEdge, ruleBreakingReports, validBatchedReport } from './documents/broken-rules.ts'
import { schemaBreakingDocuments } from './documents/broken-schema.ts'
import { longestDocuments } from './documents/broken-values.ts'
import { unknownIds } from './documents/build.ts'
import { validFileDetails, validReports } from './documents/valid.ts'

const server = await startTestServer()
const credential = await server.addProvider('Example Provider', 'test')
const caller = callerOf(server.address, credential.authorization)

/** Calls at once: the point is every document, not load. */
const atOnce = 8

/** Runs `check` on all, some at once, and reports every failure by name. */
const each = async <T extends { name: string }>(
  items: readonly T[],
  check: (item: T) => Promise<void>,
): Promise<void> => {
  assert.ok(items.length > 0)
  const failures: string[] = []
  const queue = [...items]
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item; item = queue.shift())
      await check(item).catch((error: Error) => failures.push(`${item?.name}: ${error.message}`))
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  assert.deepEqual(failures, [])
}

const taken = (answer: Answer): void => assert.equal(answer.code, 0, answer.text.slice(0, 300))
const refused = (document: BrokenDocument, answer: Answer): void =>
  assert.deepEqual(
    { code: answer.code, status: answer.status },
    { code: document.expectedCode, status: document.expectedStatus },
    answer.text.slice(0, 300),
  )

const post = (document: BrokenDocument): Promise<Answer> =>
  caller.xml(`/${document.endpoint}`, document.bytes, document.contentType)

const count = async (): Promise<string | undefined> =>
  (await server.database.query<{ n: string }>('select count(*) as n from document'))[0]?.n

describe('documents over HTTP', () => {
  test('every malformed document is refused as such', () =>
    each(malformedDocuments, async (document) => refused(document, await post(document))))

  test('every document that breaks the schema is refused with a line and a column', () =>
    each(schemaBreakingDocuments(), async (document) => {
      const answer = await post(document)
      refused(document, answer)
      assert.match(answer.text, /\[\d+,\d+\]/)
    }))

  test('every document that breaks a documented rule is refused', () =>
    each(ruleBreakingReports, async (document) => refused(document, await post(document))))

  test('unusual but right documents are taken, in every encoding the contract knows', () =>
    each(unusualDocuments, async ({ bytes, contentType }) =>
      taken(await caller.xml('/submit', bytes, contentType)),
    ))

  test('documents at the edge of the rules are taken', () =>
    each([...reportsAtTheEdge, ...longestDocuments], async ({ document }) =>
      taken(await caller.xml('/submit', document)),
    ))

  test('a report around every element path and every listed value is taken', () => {
    const making = { version: defaultSchemaVersion, ids: unknownIds }
    return each(validReports(making), async ({ bytes }) => taken(await caller.xml('/submit', bytes)))
  })

  test('a description around every element path and every listed value is taken, for a file of its own', async () => {
    const reportId = await openReport(caller)
    const making = { version: defaultSchemaVersion, ids: unknownIds }
    await each(validFileDetails(making), async ({ bytes }) => {
      const fileId = await uploadBytes(caller, reportId)
      const xml = Buffer.from(bytes)
        .toString('utf8')
        .replaceAll(unknownIds.fileId, fileId)
        .replaceAll(`<reportId>${unknownIds.reportId}<`, `<reportId>${reportId}<`)
      taken(await caller.xml('/fileinfo', xml))
    })
  })

  test('file details that break a rule are refused, and the file can still be described rightly', async () => {
    const reportId = await openReport(caller)
    const fileId = await uploadBytes(caller, reportId)
    const ids = { ...unknownIds, reportId, fileId }
    await each(ruleBreakingFileDetails(ids), async (document) => refused(document, await post(document)))
    taken(await caller.xml('/fileinfo', detailsXml(reportId, fileId)))
  })

  test('a batched report: its own rules for files, and its own right ones', async () => {
    const reportId = await openReport(caller, validBatchedReport)
    const fileId = await uploadBytes(caller, reportId)
    const ids = { ...unknownIds, reportId, fileId }
    await each(ruleBreakingBatchedFileDetails(ids), async (document) =>
      refused(document, await post(document)),
    )
    for (const { document } of validBatchedFileDetails(ids)) {
      const own = await openReport(caller, validBatchedReport)
      const file = await uploadBytes(caller, own)
      taken(await caller.xml('/fileinfo', document.replace(reportId, own).replace(fileId, file)))
      taken(await caller.form('/finish', { id: own }))
    }
  })

  test('nothing of a refused document is stored', async () => {
    const before = await count()
    for (const document of ruleBreakingReports.slice(0, 20)) await post(document)
    assert.equal(await count(), before)
    taken(await caller.xml('/submit', thinXml()))
    assert.equal(await count(), String(Number(before) + 1))
  })

  test('ids of reports count upwards as positive decimals below 2^53', async () => {
    const answer = await caller.xml('/submit', thinXml())
    const id = Number(tagOf(answer, 'reportId'))
    assert.ok(Number.isSafeInteger(id) && id > 0 && String(id) === tagOf(answer, 'reportId'))
  })
})
