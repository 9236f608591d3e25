import {
  type AttributeDeclaration,
  type ContractPath,
  contractPaths,
  type DocumentRoot,
  listedValues,
  type SchemaVersion,
  type ValueRule,
} from '@opentipline/formats'
import { documentAround, type Ids, type Target, unknownIds } from './build.ts'
import { type Element, render, utf8 } from './element.ts'
import { valueOf } from './values.ts'

/** A document that must be taken, and the value that must be found in what is made of it. */
export type ValidDocument = {
  name: string
  endpoint: 'submit' | 'fileinfo'
  bytes: Uint8Array
  root: Element
  /** Path of what the document was made around, attributes as `.../@type`. */
  path: string
  /** Its value; undefined where the path is an element of elements. */
  value: string | undefined
}

export type Making = { version: SchemaVersion; ids?: Ids }

const endpointOf = (root: DocumentRoot): ValidDocument['endpoint'] =>
  root === 'report' ? 'submit' : 'fileinfo'

const made = (root: DocumentRoot, target: Target, making: Making, name: string): ValidDocument => {
  const tree = documentAround(target, making.version, making.ids ?? unknownIds)
  const path = target.attribute ? `${target.path.path}/@${target.attribute.name}` : target.path.path
  return {
    name,
    endpoint: endpointOf(root),
    bytes: utf8(render(tree)),
    root: tree,
    path,
    value: target.value,
  }
}

/** Serials far from those of the other values, so that a target's value is met nowhere else in its document. */
const targetSerial = 7_001

const ruleOf = (path: ContractPath): ValueRule => path.steps.at(-1)?.rule ?? {}
const fixedId = (path: ContractPath, ids: Ids): string | undefined => {
  const name = path.steps.at(-1)?.name ?? ''
  if (name === 'reportId') return ids.reportId
  if (name === 'fileId') return ids.fileId
  return name.startsWith('priorCTReport') ? ids.priorReportId : undefined
}

const targetValue = (path: ContractPath, ids: Ids): string | undefined => {
  if (path.textType === undefined) return undefined
  const special = path.type === 'email' || path.type === 'phone' ? path.type : path.textType
  if (path.steps.at(-1)?.name === 'countryCode') return 'CA'
  return fixedId(path, ids) ?? valueOf(special, ruleOf(path), targetSerial)
}

const targetAttribute = (attribute: AttributeDeclaration): string =>
  valueOf(attribute.type, attribute.rule ?? {}, targetSerial)

/** One document per element path below a root. */
export const everyPath = (root: DocumentRoot, making: Making): ValidDocument[] =>
  contractPaths(root, making.version).map((path) =>
    made(root, { path, value: targetValue(path, making.ids ?? unknownIds) }, making, `element ${path.path}`),
  )

/** One document per attribute at every path that has it. */
export const everyAttribute = (root: DocumentRoot, making: Making): ValidDocument[] =>
  contractPaths(root, making.version).flatMap((path) =>
    path.attributes.map((attribute) =>
      made(
        root,
        { path, attribute, value: targetAttribute(attribute) },
        making,
        `attribute ${path.path}/@${attribute.name}`,
      ),
    ),
  )

const enumerated = (path: ContractPath): { type: string; target: Target }[] => {
  const ofText = path.textType === undefined ? [] : (listedValues(path.textType) ?? [])
  const texts = ofText
    // A blank country is a value of the schema; where a rule forbids blank it is not a valid document.
    .filter((value) => value !== '' || path.steps.at(-1)?.name !== 'countryCode')
    .map((value) => ({ type: path.textType ?? '', target: { path, value } }))
  const attributes = path.attributes.flatMap((attribute) =>
    (listedValues(attribute.type) ?? []).map((value) => ({
      type: attribute.type,
      target: { path, attribute, value },
    })),
  )
  return [...texts, ...attributes]
}

/**
 * One document per value of every enumeration: at every path that takes it, or (`once`) at the first path of
 * each type only, which is what fits into a run over HTTP.
 */
export const everyValue = (root: DocumentRoot, making: Making, once = false): ValidDocument[] => {
  const seen = new Set<string>()
  return contractPaths(root, making.version)
    .flatMap(enumerated)
    .filter(({ type, target }) => {
      const key = `${type} ${target.value}`
      if (once && seen.has(key)) return false
      seen.add(key)
      return true
    })
    .map(({ target }) => {
      const at = target.attribute ? `${target.path.path}/@${target.attribute.name}` : target.path.path
      return made(root, target, making, `value "${target.value}" at ${at}`)
    })
}

/** Every valid report of the exhaustive set, each value of an enumeration once. */
export const validReports = (making: Making): ValidDocument[] => [
  ...everyPath('report', making),
  ...everyAttribute('report', making),
  ...everyValue('report', making, true),
]

/** Every valid file details of the exhaustive set. A file takes details once: each needs a file of its own. */
export const validFileDetails = (making: Making): ValidDocument[] => [
  ...everyPath('fileDetails', making),
  ...everyAttribute('fileDetails', making),
  ...everyValue('fileDetails', making, true),
]
