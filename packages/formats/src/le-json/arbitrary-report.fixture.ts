import { Report } from '@opentipline/contract'
import fc from 'fast-check'
import * as Value from 'typebox/value'

/** Short texts with the characters that break codecs: escapes, markers of absence, lone surrogates, line ends. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(
    '',
    ' ',
    'N/A',
    'null',
    '__proto__',
    '\ud800',
    '\u0000',
    'a\nb',
    '\u2028',
    '~0/~1',
    '192.0.2.7',
  ),
  fc.constantFrom(
    '2026-01-14T08:30:00Z',
    '2026-01-14T08:30:00.125+05:30',
    '2026-02-30T00:00:00Z',
    'https://example.com/a',
  ),
)

const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0 || 0)
const anyJson = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown)

type Node = Record<string, unknown>
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const nodeOf = (value: unknown): Node => {
  if (!isNode(value)) throw new TypeError('this part of the schema is not understood')
  return value
}

const objectOf = (schema: Node): fc.Arbitrary<unknown> => {
  const required = new Set(Array.isArray(schema['required']) ? schema['required'].map(String) : [])
  const absent = Symbol('absent')
  const entries = Object.entries(nodeOf(schema['properties'])).map(([key, value]) => {
    const one = ofSchema(nodeOf(value))
    return fc.tuple(fc.constant(key), required.has(key) ? one : fc.oneof(one, fc.constant(absent)))
  })
  return fc
    .tuple(...entries)
    .map((pairs) => Object.fromEntries(pairs.filter(([, value]) => value !== absent)))
}

const ofType = (schema: Node): fc.Arbitrary<unknown> => {
  switch (schema['type']) {
    case 'string':
      return text
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return fc.integer({
        min: Number(schema['minimum'] ?? -1000),
        max: Number(schema['maximum'] ?? 2 ** 31 - 1),
      })
    case 'number':
      return anyNumber
    case 'array':
      return fc.array(ofSchema(nodeOf(schema['items'])), { maxLength: 3 })
    case 'object':
      if (!isNode(schema['patternProperties'])) return objectOf(schema)
      return fc.dictionary(
        fc.oneof(text, fc.constantFrom('occupation', 'languages', 'approximateAge')),
        ofSchema(nodeOf(Object.values(schema['patternProperties'])[0])),
        { maxKeys: 3, noNullPrototype: true },
      )
    default:
      return anyJson
  }
}

/** Values of a schema, from the schema itself, so that a new part of the model is covered as soon as it exists. */
const ofSchema = (schema: Node): fc.Arbitrary<unknown> => {
  if ('const' in schema) return fc.constant(schema['const'])
  if (Array.isArray(schema['enum'])) return fc.constantFrom<unknown[]>(...schema['enum'])
  if (Array.isArray(schema['anyOf'])) return fc.oneof(...schema['anyOf'].map((one) => ofSchema(nodeOf(one))))
  return ofType(schema)
}

/** Any report of the model: every field present in some, absent in others. */
export const anyReport: fc.Arbitrary<Report> = ofSchema(nodeOf(JSON.parse(JSON.stringify(Report)))).map(
  (value) => Value.Parse(Report, value),
)
