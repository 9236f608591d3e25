import { Type } from 'typebox'
import {
  documentKinds,
  DocumentPreview,
  DocumentRequest,
  DocumentSentRequest,
  MadeDocument,
  templateCharactersMax,
  TemplateHead,
  TemplateText,
  TipDocuments,
} from '../documents.ts'
import { because, id, none, operation } from './operation.ts'

const kind = Type.Object({ kind: Type.Enum(documentKinds) })

/** Documents of a tip’s facts, and the templates they are made by. */
export const documentsOperations = {
  listTipDocuments: operation({
    method: 'GET',
    path: '/api/tips/:tipId/made-documents',
    who: 'signed in',
    summary: 'The documents made of a tip, with what was said of their sending, and the templates there are.',
    params: Type.Object({ tipId: id }),
    query: none,
    body: none,
    answer: TipDocuments,
  }),
  previewTipDocument: operation({
    method: 'POST',
    path: '/api/tips/:tipId/made-documents/preview',
    who: 'signed in',
    summary:
      'What a document would hold, fact by fact with its source, and what is missing. Nothing is made.',
    params: Type.Object({ tipId: id }),
    query: none,
    body: DocumentRequest,
    answer: DocumentPreview,
  }),
  makeTipDocument: operation({
    method: 'POST',
    path: '/api/tips/:tipId/made-documents',
    who: 'signed in',
    summary: 'Makes a document as PDF and DOCX and keeps it with the digest of what it was made from.',
    params: Type.Object({ tipId: id }),
    query: none,
    body: DocumentRequest,
    answer: MadeDocument,
  }),
  downloadTipDocument: operation({
    method: 'GET',
    path: '/api/tips/:tipId/made-documents/:madeId/:format',
    who: 'signed in',
    summary: 'The bytes of a made document, `pdf` or `docx`. The reading is logged.',
    params: Type.Object({ tipId: id, madeId: id, format: Type.Enum(['pdf', 'docx'] as const) }),
    query: none,
    body: none,
    answer: Type.Unknown(),
  }),
  recordDocumentSent: operation({
    method: 'POST',
    path: '/api/tips/:tipId/made-documents/:madeId/sent',
    who: 'signed in',
    summary:
      'Records that a document was sent, as a person says it. A preservation letter starts its clock by that.',
    params: Type.Object({ tipId: id, madeId: id }),
    query: none,
    body: DocumentSentRequest,
    answer: MadeDocument,
  }),
  listDocumentTemplates: operation({
    method: 'GET',
    path: '/api/document-templates',
    who: 'signed in',
    summary:
      'The templates in use at the agency: those with the program, or the agency’s own in their place.',
    params: none,
    query: none,
    body: none,
    answer: Type.Object({ templates: Type.Array(TemplateHead) }),
  }),
  readDocumentTemplate: operation({
    method: 'GET',
    path: '/api/document-templates/:kind',
    who: 'signed in',
    summary: 'The text of the template in use for a kind.',
    params: kind,
    query: none,
    body: none,
    answer: TemplateText,
  }),
  saveDocumentTemplate: operation({
    method: 'POST',
    path: '/api/document-templates/:kind',
    who: 'signed in',
    summary:
      'Puts the agency’s own text in use for a kind, as a new version; a faulty one is told by line and not stored.',
    params: kind,
    query: none,
    body: Type.Object({ text: Type.String({ maxLength: templateCharactersMax }), because }),
    answer: TemplateText,
  }),
  dropDocumentTemplate: operation({
    method: 'POST',
    path: '/api/document-templates/:kind/drop',
    who: 'signed in',
    summary: 'Goes back to the template with the program; the agency’s versions are kept.',
    params: kind,
    query: none,
    body: Type.Object({ because }),
    answer: TemplateText,
  }),
} as const
