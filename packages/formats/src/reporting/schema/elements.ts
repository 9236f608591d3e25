import { type ComplexType, type ChildDeclaration, childrenOf } from './declare.ts'
import { incidentTypesTable } from './incidents.ts'
import { peopleTypes } from './people.ts'
import { rootTypes } from './roots.ts'
import { existsIn, type SchemaVersion } from './versions.ts'

/** The documents a provider sends, by their root element. */
export const documentRoots = ['report', 'fileDetails'] as const
export type DocumentRoot = (typeof documentRoots)[number]

/**
 * Every complex type of the contract with the documented rules on its parts. The schema text, the rule check,
 * the lint and the generators of test documents are all made from this one table.
 */
export const complexTypes: Readonly<Record<string, ComplexType>> = {
  ...rootTypes,
  ...incidentTypesTable,
  ...peopleTypes,
}

/**
 * Elements declared globally: the four documents, and the parts that generated clients address by element.
 * Each has the type of its own name.
 */
export const globalElements: readonly string[] = [
  'report',
  'incidentSummary',
  'internetDetails',
  'webPageIncident',
  'emailIncident',
  'newsgroupIncident',
  'chatImIncident',
  'onlineGamingIncident',
  'cellPhoneIncident',
  'nonInternetIncident',
  'peer2peerIncident',
  'lawEnforcement',
  'reporter',
  'personOrUserReported',
  'intendedRecipient',
  'victim',
  'fileDetails',
  'details',
  'reportResponse',
  'reportDoneResponse',
]

/** Throws where the table names a type it does not hold: a fault of ours, not of a document. */
export const complexType = (name: string): ComplexType => {
  const type = complexTypes[name]
  if (!type) throw new Error(`The schema table has no complex type "${name}"`)
  return type
}

/** The child declarations of a type that exist under a schema version, in document order. */
export const childrenUnder = (type: ComplexType, version: SchemaVersion): ChildDeclaration[] =>
  childrenOf(type).filter((child) => existsIn(version, child.since))
