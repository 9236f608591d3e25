import {
  type AttributeDeclaration,
  type ChildDeclaration,
  type ComplexType,
  type ContractPath,
  childrenOf,
  complexType,
  existsIn,
  isChoice,
  isSimpleName,
  type Particle,
  type SchemaVersion,
} from '@opentipline/formats'
import { type Element, element } from './element.ts'
import { valueOf } from './values.ts'

/** The element or attribute that a document is made around, and the value it gets. */
export type Target = { path: ContractPath; attribute?: AttributeDeclaration; value?: string }

/** Ids that a document names; the server must know them. */
export type Ids = { reportId: string; fileId: string; priorReportId: string }
export const unknownIds: Ids = {
  reportId: '1001',
  fileId: 'c0ffee00c0ffee00c0ffee00c0ffee00',
  priorReportId: '1000',
}

export type Making = { version: SchemaVersion; ids: Ids; target: Target; serial: { next: number } }

/** Children without which a documented rule would be broken, by type and by the child that asks for them. */
const companions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  fileDetails: { exifViewedByEsp: ['fileViewedByEsp'] },
  estimatedLocation: { '*': ['countryCode'] },
}

const isWanted = (typeName: string, child: ChildDeclaration, next: string | undefined): boolean => {
  if (child.min === 1 || child.name === next) return true
  const table = companions[typeName] ?? {}
  return [...(table['*'] ?? []), ...(next ? (table[next] ?? []) : [])].includes(child.name)
}

/** The member of a choice that is written: the one on the way to the target, else the first where one must be. */
const chosen = (members: ChildDeclaration[], next: string | undefined): ChildDeclaration[] => {
  const wanted = members.find((member) => member.name === next)
  if (wanted) return [wanted]
  const [first] = members
  return first?.min === 1 ? [first] : []
}

const particleChildren = (
  typeName: string,
  particle: Particle,
  making: Making,
  next: string | undefined,
): ChildDeclaration[] => {
  if (isChoice(particle)) return chosen(particle.choice, next)
  return existsIn(making.version, particle.since) && isWanted(typeName, particle, next) ? [particle] : []
}

const chosenChildren = (
  typeName: string,
  type: ComplexType,
  making: Making,
  next: string | undefined,
): ChildDeclaration[] => {
  if (type.content === 'choice') return chosen(childrenOf(type), next)
  return type.particles.flatMap((particle) => particleChildren(typeName, particle, making, next))
}

const idFor = (name: string, ids: Ids): string | undefined => {
  if (name === 'reportId') return ids.reportId
  if (name === 'fileId') return ids.fileId
  return name.startsWith('priorCTReport') ? ids.priorReportId : undefined
}

const freshText = (making: Making, name: string, type: string, declared?: ChildDeclaration): string => {
  const id = idFor(name, making.ids)
  if (id !== undefined) return id
  making.serial.next += 1
  // Canada, so that the rules on US regions do not apply; a code the country type lists.
  if (name === 'countryCode') return 'CA'
  return valueOf(type, declared?.rule ?? {}, making.serial.next)
}

/** A verification date asks for verified="true" beside it. */
const isStated = (name: string, target: string | undefined): boolean =>
  name === target || (target === 'verificationDate' && name === 'verified')

const attributesOf = (making: Making, type: ComplexType, onTarget: boolean): Record<string, string> => {
  const { attribute, value } = making.target
  const entries = type.attributes
    .filter((a) => a.required || (onTarget && isStated(a.name, attribute?.name)))
    .map((a): [string, string] => {
      making.serial.next += 1
      const isTarget = onTarget && a.name === attribute?.name
      return [
        a.name,
        isTarget && value !== undefined ? value : valueOf(a.type, a.rule ?? {}, making.serial.next),
      ]
    })
  return Object.fromEntries(entries)
}

const ownText = (making: Making, onTarget: boolean, fresh: () => string): string => {
  const { attribute, value } = making.target
  return onTarget && attribute === undefined && value !== undefined ? value : fresh()
}

/** Builds one element: what it must have, and what lies on the way to the target. `depth` counts steps taken. */
const build = (
  making: Making,
  name: string,
  typeName: string,
  depth: number,
  declared?: ChildDeclaration,
): Element => {
  const { steps } = making.target.path
  const onTarget = depth === steps.length
  const fresh = (): string => freshText(making, name, typeName, declared)
  if (isSimpleName(typeName)) return element(name, ownText(making, onTarget, fresh))
  const type = complexType(typeName)
  const node = element(name, '', attributesOf(making, type, onTarget))
  if (type.content === 'simple') {
    const base = typeName === 'email' || typeName === 'phone' ? typeName : (type.base ?? 'xs:string')
    node.text = ownText(making, onTarget, () => freshText(making, name, base, declared))
    return node
  }
  const next = depth >= 0 ? steps[depth]?.name : undefined
  node.children = chosenChildren(typeName, type, making, next).map((child) =>
    // -1: off the way; nothing below it is the target.
    build(making, child.name, child.type, child.name === next ? depth + 1 : -1, child),
  )
  return node
}

const partyWith = (email: Element): Element => ({
  ...element('personOrUserReported'),
  children: [{ ...element('personOrUserReportedPerson'), children: [element('email', email.text)] }],
})

const found = (node: Element, name: string): Element[] => [
  ...(node.name === name ? [node] : []),
  ...node.children.flatMap((child) => found(child, name)),
]

/** The e-mail of an incident must be a party's: names one where the document has none. */
const withParty = (root: Element): Element => {
  const [email] = found(root, 'emailAddress')
  if (!email) return root
  const at = root.children.findIndex((child) => child.name === 'reporter') + 1
  return { ...root, children: root.children.toSpliced(at, 0, partyWith(email)) }
}

/** The smallest valid document that holds the target. Values other than the target's count up from `from`. */
export const documentAround = (target: Target, version: SchemaVersion, ids: Ids, from = 0): Element => {
  const making: Making = { version, ids, target, serial: { next: from } }
  return withParty(build(making, target.path.root, target.path.root, 0))
}
