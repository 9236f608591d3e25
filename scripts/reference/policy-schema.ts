import { PolicySchema, signalRegistry } from '@opentipline/domain'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const isObject = (value: Json): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A condition refers to itself: its definition stands once, at the top, as editors expect it. */
const lifted = (node: Json): Json => {
  if (Array.isArray(node)) return node.map(lifted)
  if (!isObject(node)) return node
  if (node.$ref === 'Condition') return { $ref: '#/$defs/Condition' }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, lifted(value)]))
}

const signals: Json = {
  description: 'A signal by its name: docs/reference/signals.md.',
  enum: signalRegistry.map(({ name }) => name),
}
const listOf = { type: 'array', items: { $ref: '#/$defs/Condition' }, minItems: 1, maxItems: 50 } as const
const only = (key: string, value: Json): Json => ({
  type: 'object',
  properties: { [key]: value },
  required: [key],
  additionalProperties: false,
})

/**
 * The policy language as a JSON Schema (2020-12), for editors that complete and check YAML. Names of signals are those of this
 * version. What a schema cannot say (a band that is not there, a rule without its authority) `tipline policy check` says.
 */
export const policySchema = (): string => {
  const shape: Json = JSON.parse(JSON.stringify(PolicySchema))
  if (!isObject(shape)) throw new Error('the policy schema is no object')
  const lift = lifted(shape)
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Triage policy of an agency',
    ...(isObject(lift) ? lift : {}),
    $defs: {
      Condition: {
        anyOf: [
          signals,
          only('all', listOf),
          only('any', listOf),
          only('not', { $ref: '#/$defs/Condition' }),
        ],
      },
    },
  }
  return `${JSON.stringify(schema, null, 1)}\n`
}
