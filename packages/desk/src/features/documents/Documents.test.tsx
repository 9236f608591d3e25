import type {
  DocumentPreview,
  MadeDocument,
  TemplateHead,
  TemplateText,
  TipDocuments,
} from '@opentipline/contract'
import { fireEvent, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectAccessible } from '../../testing/axe.ts'
import { renderDesk } from '../../testing/renderDesk.tsx'
import { officer, supervisor, tip } from '../../testing/samples.ts'
import { type Says, serve } from '../../testing/server.ts'

const letter: TemplateHead = {
  templateId: 'preservation-letter',
  version: 1,
  kind: 'preservation letter',
  name: 'Synthetic template',
  about: 'Synthetic words of a template',
  own: false,
  asks: [
    { id: 'recipient', label: 'To', required: true },
    { id: 'contact', label: 'How the agency is reached', required: false },
  ],
}
const preview: DocumentPreview = {
  template: letter,
  model: {
    title: 'Synthetic title',
    kind: 'preservation letter',
    authority: 'Synthetic authority',
    footer: 'Synthetic footer',
    blocks: [
      { block: 'heading', text: 'Synthetic heading' },
      {
        block: 'paragraph',
        parts: [{ text: 'To: ' }, { text: 'Example Social', fact: 'ask.recipient' }],
        sources: ['To: entered by Robin Sample for this document'],
      },
      {
        block: 'facts',
        rows: [
          {
            label: 'Number on the imported document',
            value: 'not stated',
            stated: false,
            source: 'the provider did not state /origin/sourceReportId',
          },
        ],
      },
      {
        block: 'list',
        columns: ['role', 'account'],
        rows: [{ cells: ['reported person', 'synthetic-17'], source: 'the provider stated: /parties/0' }],
        more: 3,
      },
      { block: 'sign', lines: ['Signature'] },
    ],
  },
  missing: ['Number on the imported document'],
}
const made = (more: Partial<MadeDocument> = {}): MadeDocument => ({
  madeId: '7',
  kind: 'preservation letter',
  title: 'Synthetic title',
  templateId: 'preservation-letter',
  templateVersion: 1,
  own: false,
  revision: 1,
  factsSha256: 'a'.repeat(64),
  pdfSha256: 'b'.repeat(64),
  docxSha256: 'c'.repeat(64),
  madeAt: '2026-11-20T10:00:00Z',
  madeBy: 'Robin Sample',
  sends: [],
  ...more,
})
const all = (...documents: MadeDocument[]): TipDocuments => ({ made: documents, templates: [letter] })
const at = (says: Says) => {
  const server = serve({
    readSession: officer,
    readTip: tip(1),
    readTipClocks: { clocks: [], warnings: [], entries: [] },
    listTipDocuments: all(),
    ...says,
  })
  renderDesk('/tips/1')
  return server
}
const section = async () => within(await screen.findByRole('region', { name: 'Letters and documents' }))

test('a document is looked at before it is made: each fact with its source, and what is not stated', async () => {
  const server = at({ previewTipDocument: preview, makeTipDocument: made() })
  const part = await section()
  fireEvent.change(await part.findByLabelText('Kind of document'), {
    target: { value: 'preservation letter' },
  })
  fireEvent.click(part.getByRole('button', { name: 'Show what it would hold' }))
  expect(await part.findByText('Enter: To.')).toBeTruthy()
  expect(server.count('previewTipDocument')).toBe(0)
  expect(part.queryByRole('button', { name: 'Make PDF and DOCX' })).toBeNull()
  fireEvent.change(part.getByLabelText(/^To /), { target: { value: 'Example Social' } })
  fireEvent.click(part.getByRole('button', { name: 'Show what it would hold' }))
  const paper = within(await part.findByRole('region', { name: 'What it would hold' }))
  expect(paper.getByText('To: entered by Robin Sample for this document')).toBeTruthy()
  expect(paper.getByText('the provider stated: /parties/0')).toBeTruthy()
  expect(paper.getByText('not stated')).toBeTruthy()
  expect(paper.getByText(/Nothing is filled in for you/)).toBeTruthy()
  expect(paper.getByText(/3 more rows/)).toBeTruthy()
  await expectAccessible()
  fireEvent.click(part.getByRole('button', { name: 'Make PDF and DOCX' }))
  expect(await part.findByText('Made. It stands in the list; nothing was sent.')).toBeTruthy()
  expect(server.calls.find(({ name }) => name === 'makeTipDocument')?.call.body).toEqual({
    kind: 'preservation letter',
    entered: { recipient: 'Example Social' },
  })
})

test('a preview of something else than what stands in the form cannot be made', async () => {
  at({ previewTipDocument: preview })
  const part = await section()
  fireEvent.change(await part.findByLabelText('Kind of document'), {
    target: { value: 'preservation letter' },
  })
  fireEvent.change(part.getByLabelText(/^To /), { target: { value: 'Example Social' } })
  fireEvent.click(part.getByRole('button', { name: 'Show what it would hold' }))
  await part.findByRole('button', { name: 'Make PDF and DOCX' })
  fireEvent.change(part.getByLabelText(/^To /), { target: { value: 'Example Chat' } })
  expect(part.queryByRole('button', { name: 'Make PDF and DOCX' })).toBeNull()
})

test('that it was sent is a person’s word, whole, with the clock told before it is given', async () => {
  const server = at({ listTipDocuments: all(made()), recordDocumentSent: made() })
  const part = await section()
  expect(await part.findByText('Nobody has said that it was sent')).toBeTruthy()
  expect(part.getByText('b'.repeat(64))).toBeTruthy()
  fireEvent.click(part.getByRole('button', { name: 'Say it was sent: Preservation letter' }))
  expect(part.getByText(/starts a clock of 90 days \(18 U\.S\.C\. 2703\(f\)\)/)).toBeTruthy()
  fireEvent.click(part.getByRole('button', { name: 'It was sent' }))
  expect(await part.findByText('Say to whom, how and when.')).toBeTruthy()
  expect(server.count('recordDocumentSent')).toBe(0)
  await expectAccessible()
  fireEvent.change(part.getByLabelText('To whom'), { target: { value: 'Example Social' } })
  fireEvent.change(part.getByLabelText(/^How/), { target: { value: 'Synthetic portal' } })
  fireEvent.change(part.getByLabelText(/^When/), { target: { value: '2026-11-20T10:00' } })
  fireEvent.click(part.getByRole('button', { name: 'It was sent' }))
  await expect.poll(() => server.count('recordDocumentSent')).toBe(1)
  expect(server.calls.find(({ name }) => name === 'recordDocumentSent')?.call.body).toEqual({
    to: 'Example Social',
    how: 'Synthetic portal',
    at: new Date('2026-11-20T10:00').toISOString(),
  })
})

test('a renewal cannot be sent where no letter is on record, and other kinds start no clock', async () => {
  const summary = made({ madeId: '8', kind: 'case summary' })
  const server = at({ listTipDocuments: all(made({ kind: 'preservation renewal' }), summary) })
  const part = await section()
  fireEvent.click(
    await part.findByRole('button', { name: 'Say it was sent: Renewal of a preservation letter' }),
  )
  expect(await part.findByText(/nothing can be renewed/)).toBeTruthy()
  fireEvent.click(part.getByRole('button', { name: 'It was sent' }))
  expect(server.count('recordDocumentSent')).toBe(0)
  fireEvent.click(part.getByRole('button', { name: 'Say it was sent: Case summary' }))
  expect(part.getByText(/It starts no clock/)).toBeTruthy()
})

const text: TemplateText = { head: letter, text: 'id: synthetic\nkind: wrong\n', versions: [], problems: [] }

test('a template’s faults are told by line, and nothing counts as stored', async () => {
  const server = serve({
    readSession: supervisor,
    listDocumentTemplates: { templates: [letter] },
    readDocumentTemplate: text,
    saveDocumentTemplate: {
      ...text,
      problems: [{ path: '/kind', message: 'Synthetic fault', line: 2, column: 7 }],
    },
  })
  renderDesk('/document-templates')
  fireEvent.click(await screen.findByRole('button', { name: 'Read the text: Preservation letter' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Change it' }))
  const area = screen.getByLabelText('Text of the template')
  fireEvent.change(screen.getByLabelText(/Why|Reason|Because/i), { target: { value: 'Synthetic reason' } })
  fireEvent.click(screen.getByRole('button', { name: 'Put it in use' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Go to line 2' }))
  expect(screen.getByText(/Nothing was stored/)).toBeTruthy()
  expect(area).toHaveProperty('selectionStart', 'id: synthetic\n'.length)
  expect(screen.queryByText(/In use: your agency/)).toBeNull()
  expect(server.count('readDocumentTemplate')).toBe(1)
  await expectAccessible()
})

test('who may only read templates is told who may change them', async () => {
  serve({
    readSession: officer,
    listDocumentTemplates: { templates: [letter] },
    readDocumentTemplate: text,
  })
  renderDesk('/document-templates')
  fireEvent.click(await screen.findByRole('button', { name: 'Read the text: Preservation letter' }))
  expect(await screen.findByText(/A supervisor or an administrator/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Change it' })).toBeNull()
})
