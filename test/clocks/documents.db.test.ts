/** Documents through the real API: made of facts, kept with their digests, sent only when a person says so. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import {
  type ClockBoard,
  documentKinds,
  type DocumentPreview,
  type MadeDocument,
  type Report,
  type TemplateText,
  type TipClocks,
  type TipDocuments,
} from '@opentipline/contract'
import { extractText, getDocumentProxy } from 'unpdf'
import { type SignedIn, signedIn } from '../faults/support/person.ts'
import { clientOf, reportFrom, tipOf } from '../faults/support/reports.ts'
import { startTestServer } from '../support/server.ts'
import { unzip, xmlText } from './docx.ts'

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Provider'))
const officer = await signedIn(server, 'demo-officer-wi')
const supervisor = await signedIn(server, 'demo-supervisor-wi')
const washington = await signedIn(server, 'demo-officer-wa')
const cookie = await server.signIn('demo-officer-wi')

const get = async <T>(person: SignedIn, path: string): Promise<T> => {
  const told = await person.get(path)
  assert.equal(told.status, 200, told.text)
  return told.body as T
}
const post = async <T>(person: SignedIn, path: string, body: unknown = {}): Promise<T> => {
  const told = await person.post(path, body)
  assert.equal(told.status, 200, told.text)
  return told.body as T
}
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** A name that tries: a formula, markup, a line of its own and a character that turns the text round. */
const hostile = '=1+1 <b>&x;</b> {{person.name}} \u202E'
const report: Report = reportFrom('wisconsin', hostile)
const { reportId } = await client.submit(report)
await client.finish(reportId)
const tipId = await tipOf(server, reportId, 'wi-wisconsin')
const path = `/api/tips/${tipId}/made-documents`
const entered = {
  recipient: 'Example Provider',
  danger: 'Synthetic',
  needed: 'Synthetic',
  question: 'Synthetic',
  child: 'Synthetic',
  concern: 'Synthetic',
}
const asked = (kind: string, all: TipDocuments): Record<string, string> =>
  Object.fromEntries(
    Object.entries(entered).filter(([id]) =>
      all.templates.find((each) => each.kind === kind)?.asks.some((ask) => ask.id === id),
    ),
  )

const bytesOf = async (madeId: string, format: string): Promise<Buffer> => {
  const answer = await fetch(`${server.address}${path}/${madeId}/${format}`, { headers: { cookie } })
  assert.equal(answer.status, 200)
  assert.match(
    answer.headers.get('content-disposition') ?? '',
    /^attachment; filename="tip-\d+-document-\d+\.(pdf|docx)"$/,
  )
  return Buffer.from(await answer.arrayBuffer())
}

test('there is a template for every kind, and each makes a PDF and a DOCX that can be read, with digests that hold', async () => {
  const all = await get<TipDocuments>(officer, path)
  assert.deepEqual(
    all.templates.map(({ kind }) => kind),
    [...documentKinds],
  )
  for (const kind of documentKinds) {
    const made = await post<MadeDocument>(officer, path, { kind, entered: asked(kind, all) })
    const [pdf, docx] = [await bytesOf(made.madeId, 'pdf'), await bytesOf(made.madeId, 'docx')]
    assert.deepEqual([sha256(pdf), sha256(docx)], [made.pdfSha256, made.docxSha256])
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
    assert.ok(text.includes(`Made from tip ${tipId} revision 1 on`), kind)
    const words = xmlText(unzip(docx, 'word/document.xml'))
    for (const each of [text, words])
      assert.ok(!/\u202E/.test(each) && !each.includes('undefined') && !each.includes('null'), kind)
    assert.ok(words.includes(made.title))
    const [stored] = await server.database.query<{ made_from: string }>(
      'select made_from from made_document where made_id = $1',
      [made.madeId],
    )
    assert.equal(sha256(Buffer.from(stored?.made_from ?? '')), made.factsSha256)
    assert.deepEqual(made.sends, [], 'making sends nothing')
  }
})

test('a hostile name stands in both forms as it is, and brings nothing of its own', async () => {
  const made = await post<MadeDocument>(officer, path, { kind: 'case summary' })
  const words = xmlText(unzip(await bytesOf(made.madeId, 'docx'), 'word/document.xml'))
  assert.ok(words.includes('=1+1 <b>&x;</b> {{person.name}} [U+202E]'), words.slice(0, 2000))
})

test('what a template asks for is needed, and what it does not ask for is refused', async () => {
  const lacking = await officer.post(path, { kind: 'preservation letter' })
  assert.equal(lacking.status, 400)
  assert.match(lacking.text, /Enter: To/)
  assert.equal((await officer.post(path, { kind: 'case summary', entered: { recipient: 'x' } })).status, 400)
  const preview = await post<DocumentPreview>(officer, `${path}/preview`, { kind: 'decline memorandum' })
  assert.ok(preview.missing.includes('Decision'))
})

test('a letter’s clock starts when somebody says it was sent, and by nothing else', async () => {
  const clocks = async (): Promise<string[]> =>
    (await get<TipClocks>(officer, `/api/tips/${tipId}/clocks`)).clocks.map(({ kind }) => kind)
  const made = await post<MadeDocument>(officer, path, {
    kind: 'preservation letter',
    entered: { recipient: 'Example Provider' },
  })
  assert.ok(!(await clocks()).includes('preservation letter'))
  const sentPath = `${path}/${made.madeId}/sent`
  const ahead = { to: 'Example Provider', how: 'Synthetic portal', at: '2999-01-01T00:00:00Z' }
  assert.equal((await officer.post(sentPath, ahead)).status, 400)
  const at = new Date(Date.now() - 1000).toISOString()
  const sent = await post<MadeDocument>(officer, sentPath, { ...ahead, at })
  assert.deepEqual(
    sent.sends.map(({ to, by }) => [to, by]),
    [['Example Provider', 'Robin Sample']],
  )
  assert.ok((await clocks()).includes('preservation letter'))
  const board = await get<ClockBoard>(officer, '/api/clocks?kind=preservation%20letter')
  assert.equal(board.rows[0]?.tipId, tipId)
})

test('an agency’s own template is used once it can be read, faults are told by line, and it can go back', async () => {
  const kind = 'case%20summary'
  const shipped = await get<TemplateText>(officer, `/api/document-templates/${kind}`)
  const faulty = await post<TemplateText>(supervisor, `/api/document-templates/${kind}`, {
    text: shipped.text.replace('provider.name', 'provider.nmae'),
    because: 'Synthetic',
  })
  assert.ok((faulty.problems[0]?.line ?? 0) > 5, JSON.stringify(faulty.problems))
  assert.equal((await get<TemplateText>(officer, `/api/document-templates/${kind}`)).head.own, false)
  const saved = await post<TemplateText>(supervisor, `/api/document-templates/${kind}`, {
    text: shipped.text.replace('title: Summary of a report', 'title: Our own summary'),
    because: 'Synthetic',
  })
  assert.deepEqual([saved.head.own, saved.head.version], [true, 1])
  const made = await post<MadeDocument>(officer, path, { kind: 'case summary' })
  assert.deepEqual([made.title, made.own], ['Our own summary', true])
  assert.equal((await get<TemplateText>(washington, `/api/document-templates/${kind}`)).head.own, false)
  await post(supervisor, `/api/document-templates/${kind}/drop`, { because: 'Synthetic' })
  const { head, versions } = await get<TemplateText>(officer, `/api/document-templates/${kind}`)
  assert.equal(head.own, false)
  assert.deepEqual(
    versions.map(({ version, by, because, dropped }) => [version, by, because, dropped?.because]),
    [[1, 'Avery Placeholder', 'Synthetic', 'Synthetic']],
  )
  assert.match(versions[0]?.text ?? '', /Our own summary/)
  const there = await get<TemplateText>(washington, `/api/document-templates/${kind}`)
  assert.deepEqual(there.versions, [])
  assert.equal((await washington.get(path)).status, 404)
})
