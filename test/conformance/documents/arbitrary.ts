import {
  type ChildDeclaration,
  type ComplexType,
  childrenOf,
  complexType,
  type DocumentRoot,
  existsIn,
  isChoice,
  isSimpleName,
  type Particle,
  type SchemaVersion,
  type ValueRule,
} from '@opentipline/formats'
import fc from 'fast-check'
import { email, phone, valueArbitrary } from './arbitrary-values.ts'
import { type Element, element, type Look } from './element.ts'
import { fitRules } from './fit-rules.ts'

type Attributes = Record<string, string>

const attributesArbitrary = (type: ComplexType): fc.Arbitrary<Attributes> =>
  fc
    .tuple(
      ...type.attributes.map((a) => {
        const value = valueArbitrary(a.type, a.rule).map((text): [string, string][] => [[a.name, text]])
        return a.required ? value : fc.option(value, { nil: [], freq: 2 })
      }),
    )
    .map((lists) => Object.fromEntries(lists.flat()))

const textArbitrary = (typeName: string, type: ComplexType, rule?: ValueRule): fc.Arbitrary<string> => {
  if (typeName === 'email') return email
  return typeName === 'phone' ? phone : valueArbitrary(type.base ?? 'xs:string', rule)
}

const childArbitrary = (child: ChildDeclaration, version: SchemaVersion): fc.Arbitrary<Element[]> => {
  const node = nodeArbitrary(child.name, child.type, version, child.rule)
  if (child.max === 'many') return fc.array(node, { minLength: child.min, maxLength: 2 })
  const one = node.map((made) => [made])
  return child.min === 1 ? one : fc.option(one, { nil: [], freq: 2 })
}

const particleArbitrary = (particle: Particle, version: SchemaVersion): fc.Arbitrary<Element[]> => {
  if (isChoice(particle)) return fc.oneof(...particle.choice.map((child) => childArbitrary(child, version)))
  return existsIn(version, particle.since) ? childArbitrary(particle, version) : fc.constant([])
}

const childrenArbitrary = (type: ComplexType, version: SchemaVersion): fc.Arbitrary<Element[]> => {
  const declared = childrenOf(type).filter((child) => existsIn(version, child.since))
  if (type.content === 'choice') {
    return fc.oneof(...declared.map((child) => childArbitrary(child, version)))
  }
  if (type.content === 'all') {
    const flags = declared.map((child) => element(child.name, 'true'))
    return fc.shuffledSubarray(flags, { minLength: 1 })
  }
  return fc
    .tuple(...type.particles.map((particle) => particleArbitrary(particle, version)))
    .map((lists) => lists.flat())
}

const nodeArbitrary = (
  name: string,
  typeName: string,
  version: SchemaVersion,
  rule?: ValueRule,
): fc.Arbitrary<Element> => {
  if (isSimpleName(typeName)) return valueArbitrary(typeName, rule).map((text) => element(name, text))
  const type = complexType(typeName)
  const attributes = attributesArbitrary(type)
  if (type.content === 'simple')
    return fc
      .tuple(textArbitrary(typeName, type, rule), attributes)
      .map(([text, stated]) => element(name, text, stated))
  return fc
    .tuple(childrenArbitrary(type, version), attributes)
    .map(([children, stated]) => ({ ...element(name, '', stated), children }))
}

/** Any valid document of a root that is not part of a viral batch: schema and documented rules alike. */
export const documentArbitrary = (root: DocumentRoot, version: SchemaVersion): fc.Arbitrary<Element> =>
  nodeArbitrary(root, root, version).map(fitRules)

/** Any way to write a document down that says the same: spacing, CDATA, comments, declaration. */
export const lookArbitrary: fc.Arbitrary<Look> = fc.record({
  prolog: fc.constantFrom(
    '',
    '<?xml version="1.0"?>',
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<?xml version="1.0" encoding="utf-8" standalone="yes"?><!-- a comment with <!DOCTYPE in it -->\r\n',
    '<?note a="b"?><!--- --> ',
  ),
  space: fc.constantFrom('', '\n  ', '\r\n\t', '<!-- between -->', ' <?pi between?> '),
  cdata: fc.boolean(),
  selfClosing: fc.boolean(),
  quotes: fc.boolean(),
})
