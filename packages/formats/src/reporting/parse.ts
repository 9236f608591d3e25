import { ParseOption, XmlDocument, XmlLibError, XmlValidateError } from 'libxml2-wasm'
import { doctypeOrLimitCode, wrongRootCode } from './choices.ts'
import { documentLimits } from './limits.ts'
import { type Problem, type Refused, refused, wholeDocument } from './problems.ts'
import type { DocumentRoot } from './schema/elements.ts'
import { validatorFor } from './schema/validator.ts'
import { defaultSchemaVersion, type SchemaVersion } from './schema/versions.ts'
import { decodeDocument } from './xml/decode.ts'
import { elementPosition, lineAndColumn, scanDocument } from './xml/scan.ts'
import { nodeAt, pathOf, treeOf, type WireNode } from './xml/tree.ts'

/** A document that is well formed and valid under `schemaVersion`. `text` is its decoded source, for positions. */
export type WireDocument = {
  rootName: DocumentRoot
  root: WireNode
  schemaVersion: SchemaVersion
  text: string
}

export type ParseOptions = {
  expectedRoot: DocumentRoot
  /** The `charset` parameter of the HTTP content type, if there was one. */
  charsetHeader?: string | undefined
  schemaVersion?: SchemaVersion
}
export type Parsed = { ok: true; document: WireDocument } | Refused

const options =
  ParseOption.XML_PARSE_NO_XXE |
  ParseOption.XML_PARSE_NONET |
  ParseOption.XML_PARSE_NO_SYS_CATALOG |
  ParseOption.XML_PARSE_IGNORE_ENC |
  ParseOption.XML_PARSE_BIG_LINES

const malformed = (error: XmlLibError): Problem[] => {
  const details = error.details.map((d) =>
    wholeDocument('well-formed', d.message.trim(), Math.max(d.line, 1), Math.max(d.col, 1)),
  )
  return details.length > 0 ? details : [wholeDocument('well-formed', error.message)]
}

const schemaProblem = (detail: XmlLibError['details'][number], root: WireNode, text: string): Problem => {
  const given = detail.xpath ?? ''
  const node = nodeAt(root, given)
  // Our own spelling, with the attribute that libxml2 may have named at the end.
  const path = node ? pathOf(node) + (/\/@[^/]+$/.exec(given)?.[0] ?? '') : given
  const at = node ? elementPosition(text, node.index) : { line: Math.max(detail.line, 1), column: 1 }
  return { ...at, path, element: node?.name ?? '', rule: 'schema', message: detail.message.trim() }
}

const againstSchema = (document: XmlDocument, text: string, version: SchemaVersion): Problem[] => {
  try {
    validatorFor(version).validate(document)
    return []
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error
    const root = treeOf(document)
    return error.details
      .slice(0, documentLimits.problemsMax)
      .map((detail) => schemaProblem(detail, root, text))
  }
}

const judge = (document: XmlDocument, text: string, wanted: ParseOptions): Parsed => {
  // The scan has already refused every DOCTYPE; this holds even if the scan were fooled.
  if (document.dtd !== null)
    return refused(doctypeOrLimitCode, [wholeDocument('doctype', 'A DOCTYPE is not taken')])
  const name = document.root.name
  if (name !== wanted.expectedRoot || document.root.namespaceUri !== '') {
    const message = `This call takes <${wanted.expectedRoot}>, without a namespace, and got <${name}>`
    const at = elementPosition(text, 0)
    return refused(wrongRootCode, [{ ...at, path: `/${name}`, element: name, rule: 'root', message }])
  }
  const schemaVersion = wanted.schemaVersion ?? defaultSchemaVersion
  const problems = againstSchema(document, text, schemaVersion)
  if (problems.length > 0) return refused(4100, problems)
  const root = treeOf(document)
  return { ok: true, document: { rootName: wanted.expectedRoot, root, schemaVersion, text } }
}

const parseText = (utf8: Uint8Array, text: string, wanted: ParseOptions): Parsed => {
  let document: XmlDocument
  try {
    document = XmlDocument.fromBuffer(utf8, { encoding: 'UTF-8', option: options })
  } catch (error) {
    if (error instanceof XmlLibError) return refused(4110, malformed(error))
    throw error
  }
  try {
    return judge(document, text, wanted)
  } finally {
    document.dispose()
  }
}

/**
 * Bytes to a valid document: 4110 for what is not XML as we take it (encoding, DOCTYPE, limits, form), then
 * 4100 for the wrong root or a broken schema. The documented rules come separately, since a server checks
 * account and state between the two.
 */
export const parseDocument = (bytes: Uint8Array, wanted: ParseOptions): Parsed => {
  if (bytes.length > documentLimits.sizeBytesMax) {
    const message = `The document is larger than ${documentLimits.sizeBytesMax} bytes`
    return refused(doctypeOrLimitCode, [wholeDocument('size', message)])
  }
  const decoded = decodeDocument(bytes, wanted.charsetHeader)
  if (!decoded.ok) return refused(4110, [wholeDocument('encoding', decoded.message)])
  const { stop } = scanDocument(decoded.text)
  if (stop) {
    const at = lineAndColumn(decoded.text, stop.offset)
    return refused(doctypeOrLimitCode, [wholeDocument(stop.rule, stop.message, at.line, at.column)])
  }
  return parseText(decoded.utf8, decoded.text, wanted)
}
