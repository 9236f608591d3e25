import {
  type AttributeDeclaration,
  type ChildDeclaration,
  type ComplexType,
  isChoice,
  type Particle,
  type ValueRule,
} from './declare.ts'
import { complexTypes, globalElements } from './elements.ts'
import { isSimpleName, type SimpleType, simpleTypes } from './simple.ts'
import { existsIn, type SchemaVersion, schemaVersions } from './versions.ts'

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;' : '&quot;'))

const ruleSays = (rule: ValueRule): string =>
  [
    rule.nonBlank && 'must not be blank',
    rule.lengthMax !== undefined && `at most ${rule.lengthMax} characters`,
    rule.min !== undefined && rule.max !== undefined && `from ${rule.min} to ${rule.max}`,
    rule.past && 'must not be in the future',
    rule.url && 'a URL, without white space',
    rule.email && 'a well-formed e-mail address',
    rule.ip && 'an IPv4 or IPv6 address',
    rule.priorReport && 'the id of an existing report',
  ]
    .filter((part) => typeof part === 'string')
    .join('; ')

const noted = (tag: string, attributes: string, rule: ValueRule | undefined): string =>
  rule
    ? `<${tag}${attributes}><xs:annotation><xs:documentation>${escaped(ruleSays(rule))}</xs:documentation></xs:annotation></${tag}>`
    : `<${tag}${attributes}/>`

const element = (child: ChildDeclaration): string => {
  const occurs = `${child.min === 0 ? ' minOccurs="0"' : ''}${child.max === 'many' ? ' maxOccurs="unbounded"' : ''}`
  const fixed = child.flag ? ' fixed="true"' : ''
  return noted('xs:element', ` name="${child.name}" type="${child.type}"${occurs}${fixed}`, child.rule)
}

const attributeText = (declared: AttributeDeclaration): string =>
  noted(
    'xs:attribute',
    ` name="${declared.name}" type="${declared.type}"${declared.required ? ' use="required"' : ''}`,
    declared.rule,
  )

const particles = (list: Particle[], version: SchemaVersion): string =>
  list
    .map((particle) => {
      if (isChoice(particle)) return `<xs:choice>${particles(particle.choice, version)}</xs:choice>`
      return existsIn(version, particle.since) ? element(particle) : ''
    })
    .join('')

const complexText = (name: string, type: ComplexType, version: SchemaVersion): string => {
  const attributes = type.attributes.map(attributeText).join('')
  const open = `<xs:complexType name="${name}">`
  if (type.content === 'simple')
    return `${open}<xs:simpleContent><xs:extension base="${type.base ?? 'xs:string'}">${attributes}</xs:extension></xs:simpleContent></xs:complexType>`
  const model =
    type.content === 'empty'
      ? ''
      : `<xs:${type.content}>${particles(type.particles, version)}</xs:${type.content}>`
  return `${open}${model}${attributes}</xs:complexType>`
}

const simpleText = (name: string, type: SimpleType): string => {
  const values = (type.values ?? []).map((value) => `<xs:enumeration value="${escaped(value)}"/>`).join('')
  const pattern = type.pattern ? `<xs:pattern value="${escaped(type.pattern)}"/>` : ''
  return `<xs:simpleType name="${name}"><xs:restriction base="${type.base}">${values}${pattern}</xs:restriction></xs:simpleType>`
}

const compose = (version: SchemaVersion): string => {
  const globals = globalElements.map((name) => `<xs:element name="${name}" type="${name}"/>`)
  const complex = Object.entries(complexTypes).map(([name, type]) => complexText(name, type, version))
  const simple = Object.entries(simpleTypes)
    .filter(([name]) => isSimpleName(name) && !name.startsWith('xs:'))
    .map(([name, type]) => simpleText(name, type))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified" version="${version}">`,
    ...globals,
    ...complex,
    ...simple,
    '</xs:schema>',
    '',
  ].join('\n')
}

const texts = new Map<SchemaVersion, string>()

/**
 * The schema (XSD 1.0, no target namespace) that is enforced under `version`, and that `GET /xsd` serves. The
 * rules that a schema cannot express stand in it as documentation.
 */
export const schemaText = (version: SchemaVersion): string => {
  const known = texts.get(version)
  if (known !== undefined) return known
  if (!schemaVersions.includes(version)) throw new Error(`There is no schema version "${version}"`)
  const text = compose(version)
  texts.set(version, text)
  return text
}
