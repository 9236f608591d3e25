/** Documents made of a tip's facts, and the templates they are made by. */
import { type Static, type TSchema, Type } from 'typebox'

const opt = Type.Optional
const text = Type.String()
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const oneOf = <const T extends string[]>(values: readonly [...T]) => Type.Enum(values)

export const documentKinds = [
  'preservation letter',
  'preservation renewal',
  'subpoena attachment',
  'search warrant insert',
  'emergency disclosure request',
  'referral letter',
  'decline memorandum',
  'clearinghouse request',
  'child protection report',
  'case summary',
] as const
export type DocumentKind = (typeof documentKinds)[number]

/** Whose word a value is. They are never blended. `program`: worked out here, such as a date. */
export const documentVoices = ['provider', 'derived', 'recorded', 'program'] as const

/** A value and where it comes from. A null value is "not stated", never filled in. */
export const DocumentFact = Type.Object({
  value: nullable(text),
  voice: oneOf(documentVoices),
  /** A path into the report, the key of a finding, a record, a decision, or what the program worked it out from. */
  source: text,
})
export type DocumentFact = Static<typeof DocumentFact>

/** A part of a sentence: the template's own words, or a fact. */
export const DocumentPart = Type.Object({ text, fact: opt(text) })
export const DocumentBlock = Type.Union([
  Type.Object({ block: Type.Literal('heading'), text }),
  Type.Object({
    block: Type.Literal('paragraph'),
    parts: Type.Array(DocumentPart),
    sources: Type.Array(text),
  }),
  Type.Object({
    block: Type.Literal('facts'),
    rows: Type.Array(Type.Object({ label: text, value: text, stated: Type.Boolean(), source: text })),
  }),
  Type.Object({
    block: Type.Literal('list'),
    columns: Type.Array(text),
    rows: Type.Array(Type.Object({ cells: Type.Array(text), source: text })),
    /** Rows beyond the limit, which are said and not shown. */
    more: Type.Integer(),
  }),
  Type.Object({ block: Type.Literal('sign'), lines: Type.Array(text) }),
])
export type DocumentBlock = Static<typeof DocumentBlock>

/** What a document will hold, before and after it is made. */
export const DocumentModel = Type.Object({
  title: text,
  kind: oneOf(documentKinds),
  /** What the document rests on, and how far that binds. */
  authority: text,
  blocks: Type.Array(DocumentBlock),
  /** "made from tip X revision Y on DATE by NAME" */
  footer: text,
})
export type DocumentModel = Static<typeof DocumentModel>

export const DocumentAsk = Type.Object({ id: text, label: text, required: Type.Boolean() })
export const TemplateHead = Type.Object({
  templateId: text,
  version: Type.Integer(),
  kind: oneOf(documentKinds),
  name: text,
  about: text,
  /** True for the agency's own copy. */
  own: Type.Boolean(),
  asks: Type.Array(DocumentAsk),
})
export type TemplateHead = Static<typeof TemplateHead>

export const DocumentPreview = Type.Object({
  template: TemplateHead,
  model: DocumentModel,
  /** What the document names and the tip does not state. */
  missing: Type.Array(text),
})
export type DocumentPreview = Static<typeof DocumentPreview>

/** Somebody's word that a document was sent. Never made by the program. */
export const DocumentSend = Type.Object({ to: text, how: text, at: text, by: text, recordedAt: text })
export type DocumentSend = Static<typeof DocumentSend>

export const MadeDocument = Type.Object({
  madeId: text,
  kind: oneOf(documentKinds),
  title: text,
  templateId: text,
  templateVersion: Type.Integer(),
  own: Type.Boolean(),
  revision: Type.Integer(),
  /** SHA-256 of the canonical JSON of what it was made from, and of its bytes; hex. */
  factsSha256: text,
  pdfSha256: text,
  docxSha256: text,
  madeAt: text,
  madeBy: text,
  sends: Type.Array(DocumentSend),
})
export type MadeDocument = Static<typeof MadeDocument>

export const TipDocuments = Type.Object({
  made: Type.Array(MadeDocument),
  templates: Type.Array(TemplateHead),
})
export type TipDocuments = Static<typeof TipDocuments>

/** Characters of a template, and of a value that a person enters for one document. */
export const templateCharactersMax = 60_000
const entered = Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 2_000 }))
export const DocumentRequest = Type.Object({ kind: oneOf(documentKinds), entered: opt(entered) })
export type DocumentRequest = Static<typeof DocumentRequest>

export const DocumentSentRequest = Type.Object({
  to: Type.String({ minLength: 1, maxLength: 255 }),
  how: Type.String({ minLength: 1, maxLength: 255 }),
  at: Type.String({ minLength: 10, maxLength: 40 }),
  /** The record of the letter that a renewal renews. */
  renews: opt(Type.String({ maxLength: 20 })),
})
export type DocumentSentRequest = Static<typeof DocumentSentRequest>

/** One version of an agency's own template; every one stays. */
export const TemplateVersion = Type.Object({
  version: Type.Integer(),
  by: text,
  at: text,
  because: text,
  text,
  /** Set where the agency went back to the template with the program. */
  dropped: opt(Type.Object({ by: text, at: text, because: text })),
})
export type TemplateVersion = Static<typeof TemplateVersion>

export const TemplateText = Type.Object({
  head: TemplateHead,
  text,
  /** Of the agency's own text for this kind, newest first; empty where it never wrote one. */
  versions: Type.Array(TemplateVersion),
  problems: Type.Array(
    Type.Object({ path: text, message: text, line: opt(Type.Integer()), column: opt(Type.Integer()) }),
  ),
})
export type TemplateText = Static<typeof TemplateText>
