/**
 * The ten documents with the program, on paper: the same input is the same bytes, and nothing stands in them but the template's
 * words and facts with their sources. What each says is kept in `documents-golden`, so that a change of words is seen;
 * `TIPLINE_GOLDEN=write` writes them anew.
 */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type DocumentBlock, documentKinds, type DocumentModel } from '@opentipline/contract'
import {
  composeDocument,
  documentFacts,
  type DocumentInput,
  type DocumentTemplate,
  parseTemplate,
} from '@opentipline/domain'
import { extractText, getDocumentProxy } from 'unpdf'
import { documentInput } from '../../packages/domain/src/documents/documents.fixture.ts'
import { printDocx } from '../../packages/server/src/features/documents/print-docx.ts'
import { printPdf } from '../../packages/server/src/features/documents/print-pdf.ts'
import { unzip, xmlText } from './docx.ts'

const shipped = join(import.meta.dirname, '../../data/documents')
const golden = join(import.meta.dirname, 'documents-golden')

const templates: DocumentTemplate[] = readdirSync(shipped).map((name) => {
  const parsed = parseTemplate(readFileSync(join(shipped, name), 'utf8'))
  assert.ok(parsed.ok, name)
  return parsed.template
})

/** A tip of which everything is known that a document can name. */
const full: DocumentInput = documentInput({
  clocks: [
    {
      key: 'letter 4',
      kind: 'preservation letter',
      name: 'preservation by letter ends',
      what: 'lost',
      at: '2027-02-18T10:00:00.000Z',
      says: 'Synthetic words',
      force: 'law',
      citation: '18 U.S.C. 2703(f)',
      certainty: 'certain',
      certaintySays: 'Synthetic ground',
      source: 'record 4',
      evidence: [],
    },
  ],
  records: [
    { recordId: '5', says: 'Synthetic question', value: 'true', note: 'Synthetic note', by: 'Robin Sample' },
  ],
  ticks: [
    {
      list: 'Synthetic list',
      item: 'Synthetic item 1',
      by: 'Robin Sample',
      at: '2026-11-21T09:00:00.000Z',
      note: 'Synthetic note of a tick',
    },
  ],
  decision: {
    decisionId: '6',
    kind: 'decline',
    reasons: ['Synthetic reason 1', 'Synthetic reason 2'],
    note: 'Synthetic note of a decision',
    policy: 'synthetic-policy, version 3',
    authorities: [
      {
        id: 'synthetic-1',
        citation: 'Synthetic v. Example, 1 Ex. 1',
        force: 'law',
        status: 'secondary',
        asOf: '2026-11-22',
      },
    ],
    at: '2026-11-21T10:00:00.000Z',
    by: 'Robin Sample',
    referTo: 'Example Agency',
  },
  letter: { entryId: '4', sentAt: '2026-11-20T10:00:00.000Z', by: 'Robin Sample' },
})
const answers = (template: DocumentTemplate): Record<string, string> =>
  Object.fromEntries((template.ask ?? []).map(({ id }) => [id, `Synthetic answer ${id}`]))

/** Everything a document says, in the order in which it is read. */
const linesOf = (model: DocumentModel, form: 'pdf' | 'docx'): string[] => [
  model.title,
  `Authority: ${model.authority}`,
  ...(form === 'pdf' ? ['Where each fact comes from'] : []),
  ...model.blocks.flatMap((block) => linesOfBlock(block, form)),
]
const linesOfBlock = (block: DocumentBlock, form: 'pdf' | 'docx'): string[] => {
  switch (block.block) {
    case 'heading':
      return [block.text]
    case 'paragraph':
      return [block.parts.map(({ text }) => text).join(''), ...block.sources]
    case 'facts':
      return block.rows.flatMap(({ label, value, source }) => [`${label}: ${value}`, source])
    case 'sign':
      return block.lines.map((line) => (form === 'docx' ? `${'_'.repeat(30)} ${line}` : line))
    case 'list':
      if (block.rows.length === 0) return [`${block.columns.join(', ')}: none stated.`]
      return [
        [...block.columns, ...(form === 'docx' ? ['Source'] : [])].join(' | '),
        ...block.rows.flatMap(({ cells, source }) => [cells.join(' | '), source]),
        ...(block.more > 0 ? [`${block.more} more are not shown here.`] : []),
      ]
  }
}
/** Lines break where the page ends, and cells stand apart: neither is a word. */
const bare = (text: string): string => text.replaceAll(/[\s|]/g, '')

/** The names of a list's columns, again where it goes on over a page. */
const continued = (model: DocumentModel): string[] =>
  model.blocks.flatMap((block) =>
    block.block === 'list' ? [bare(`${block.columns.join('')}continued`)] : [],
  )

const pdfText = async (pdf: Buffer, model: DocumentModel): Promise<string> => {
  const { text: pages } = await extractText(await getDocumentProxy(new Uint8Array(pdf)))
  return pages
    .map((page, at) => {
      const end = bare(`${model.footer}. Page ${at + 1} of ${pages.length}`)
      assert.ok(bare(page).endsWith(end), `page ${at + 1} has its foot`)
      const body = bare(page).slice(0, -end.length)
      const again = at > 0 ? continued(model).find((names) => body.startsWith(names)) : undefined
      return body.slice(again?.length ?? 0)
    })
    .join('')
}

for (const kind of documentKinds)
  test(`${kind}: the same bytes twice, the words on record, and nothing on paper beside them`, async () => {
    const template = templates.find((each) => each.kind === kind)
    assert.ok(template)
    const make = () => composeDocument(template, documentFacts(full), answers(template)).model
    const model = make()
    const [pdf, docx] = [await printPdf(model, full.now), await printDocx(model, full.now)]
    assert.ok(pdf.equals(await printPdf(make(), full.now)), 'PDF')
    assert.ok(docx.equals(await printDocx(make(), full.now)), 'DOCX')
    const words = `${linesOf(model, 'pdf').join('\n')}\n${model.footer}\n`
    const file = join(golden, `${template.id}.txt`)
    if (process.env.TIPLINE_GOLDEN === 'write') writeFileSync(file, words)
    assert.equal(words, readFileSync(file, 'utf8'))
    assert.equal(await pdfText(pdf, model), bare(linesOf(model, 'pdf').join('')))
    assert.equal(bare(xmlText(unzip(docx, 'word/document.xml'))), bare(linesOf(model, 'docx').join('')))
  })

/** What a path of the report leads to (RFC 6901). */
const lookUp = (path: string): unknown =>
  path
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
      full.report,
    )

const traces = (value: string, source: string): void => {
  const path = /the provider stated: (\/\S+)$/.exec(source)?.[1]
  if (path !== undefined) assert.equal(lookUp(path), value, source)
  else assert.ok(source.length > 3 && value.length > 0, `${value} comes from "${source}"`)
}

for (const input of [full, documentInput()])
  test(`every value of the ten is a fact with the source that stands beside it, ${input.decision ? 'with everything known' : 'with little known'}`, () => {
    const sheet = documentFacts(input)
    const rows = Object.values(sheet.lists).flat()
    for (const template of templates) {
      const entered = answers(template)
      const own = JSON.stringify(template)
      const known = (name: string): string | null | undefined =>
        Object.entries(sheet.facts).find(([each]) => each === name)?.[1].value ??
        entered[name.replace('ask.', '')] ??
        null
      for (const block of composeDocument(template, sheet, entered).model.blocks) {
        if (block.block === 'paragraph')
          for (const { text, fact } of block.parts)
            if (fact === undefined) assert.ok(own.includes(JSON.stringify(text).slice(1, -1)), text)
            else if (known(fact) === null) assert.match(text, /^\[.+: not stated\]$/)
            else assert.equal(text, known(fact))
        if (block.block === 'facts')
          for (const { value, stated, source } of block.rows) {
            if (stated) traces(value, source)
            else assert.equal(value, 'not stated')
            const from = Object.values(sheet.facts).filter((each) => each.source === source)
            assert.ok(
              from.some((each) => (stated ? each.value === value : each.value === null)) ||
                (stated && Object.values(entered).includes(value)),
              `${value} is no fact of "${source}"`,
            )
          }
        if (block.block === 'list')
          for (const { cells, source } of block.rows) {
            const from = rows.filter((each) => each.source === source)
            const held = from.flatMap((each) => Object.values(each.cells))
            for (const cell of cells) assert.ok(held.includes(cell), `${cell} is no fact of "${source}"`)
            const path = /the provider stated: (\/[^\s;]+)/.exec(source)?.[1]
            if (path !== undefined) assert.ok(lookUp(path) !== undefined, source)
          }
      }
    }
  })
