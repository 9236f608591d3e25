import type { AttributeDeclaration, ChildDeclaration } from './declare.ts'
import { childrenUnder, complexType } from './elements.ts'
import { isSimpleName, type SimpleName, simpleType } from './simple.ts'
import type { SchemaVersion } from './versions.ts'

/** One element path of the contract: the declarations from below the root down to it. The root has none. */
export type ContractPath = {
  path: string
  root: string
  steps: readonly ChildDeclaration[]
  /** Simple or complex type of the element. */
  type: string
  attributes: readonly AttributeDeclaration[]
  /** The simple type of its text, where it has one. */
  textType: SimpleName | undefined
}

const pathEntry = (root: string, steps: readonly ChildDeclaration[]): ContractPath => {
  const type = steps.at(-1)?.type ?? root
  const path = `/${[root, ...steps.map((step) => step.name)].join('/')}`
  if (isSimpleName(type)) return { path, root, steps, type, attributes: [], textType: type }
  const { attributes, base } = complexType(type)
  return { path, root, steps, type, attributes, textType: base }
}

const below = (entry: ContractPath, version: SchemaVersion): ContractPath[] => {
  if (isSimpleName(entry.type)) return [entry]
  const children = childrenUnder(complexType(entry.type), version)
  return [
    entry,
    ...children.flatMap((child) => below(pathEntry(entry.root, [...entry.steps, child]), version)),
  ]
}

/** Every element path below (and with) a root, in document order. No type contains itself, so the list is finite. */
export const contractPaths = (root: string, version: SchemaVersion): ContractPath[] =>
  below(pathEntry(root, []), version)

/** The values a simple type lists, or undefined where it lists none. */
export const listedValues = (type: SimpleName): readonly string[] | undefined => simpleType(type).values
