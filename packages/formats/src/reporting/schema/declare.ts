import type { SimpleName } from './simple.ts'
import type { SchemaVersion } from './versions.ts'

/** What the documentation asks of a value beyond its schema type. Lengths count characters (code points). */
export type ValueRule = {
  lengthMax?: number
  nonBlank?: true
  past?: true
  url?: true
  email?: true
  ip?: true
  min?: number
  max?: number
  priorReport?: true
}

export type AttributeDeclaration = {
  name: string
  type: SimpleName
  required?: true
  rule?: ValueRule
}

/** One child element. `type` names a simple or a complex type of the table. */
export type ChildDeclaration = {
  name: string
  type: string
  min: 0 | 1
  max: 1 | 'many'
  /** The element is a flag: empty or `true`, nothing else. */
  flag?: true
  since?: SchemaVersion
  rule?: ValueRule
}

export type Choice = { choice: ChildDeclaration[] }
export type Particle = ChildDeclaration | Choice

export type ComplexType = {
  /** `all`: any order. `sequence`: this order. `choice`: exactly one. `simple`: text. `empty`: nothing. */
  content: 'sequence' | 'choice' | 'all' | 'simple' | 'empty'
  attributes: AttributeDeclaration[]
  particles: Particle[]
  /** The simple type of the text, where `content` is `simple`. */
  base?: SimpleName
}

export const one = (name: string, type: string, rule?: ValueRule): ChildDeclaration => ({
  name,
  type,
  min: 1,
  max: 1,
  ...(rule && { rule }),
})
export const opt = (name: string, type: string, rule?: ValueRule): ChildDeclaration => ({
  ...one(name, type, rule),
  min: 0,
})
export const many = (name: string, type: string, rule?: ValueRule): ChildDeclaration => ({
  ...opt(name, type, rule),
  max: 'many',
})
export const flag = (name: string, since?: SchemaVersion): ChildDeclaration => ({
  ...opt(name, 'xs:boolean'),
  flag: true,
  ...(since && { since }),
})
export const attribute = (name: string, type: SimpleName, rule?: ValueRule): AttributeDeclaration => ({
  name,
  type,
  ...(rule && { rule }),
})

const complex =
  (content: 'sequence' | 'choice' | 'all') =>
  (particles: Particle[], attributes: AttributeDeclaration[] = []): ComplexType => ({
    content,
    attributes,
    particles,
  })
export const sequence = complex('sequence')
export const choice = complex('choice')
export const anyOrder = complex('all')
export const textOf = (base: SimpleName, attributes: AttributeDeclaration[] = []): ComplexType => ({
  content: 'simple',
  attributes,
  particles: [],
  base,
})
export const nothing = (attributes: AttributeDeclaration[]): ComplexType => ({
  content: 'empty',
  attributes,
  particles: [],
})

export const isChoice = (particle: Particle): particle is Choice => 'choice' in particle
/** The element declarations of a type, in document order, choices opened up. */
export const childrenOf = (type: ComplexType): ChildDeclaration[] =>
  type.particles.flatMap((particle) => (isChoice(particle) ? particle.choice : [particle]))
