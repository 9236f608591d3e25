import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { roles } from '@opentipline/contract'
import { type TSchema, Type } from 'typebox'
import { Value } from 'typebox/value'
import { refusalEs } from './refusalEs.ts'
import { schemaRefusalsEs } from './schemaRefusalsEs.ts'

/** The whole in Spanish; fails where a part of it is not. */
const told = (text: string): string => {
  const parts = refusalEs(text)
  for (const part of parts) assert.ok(part.told, `Not told in Spanish: ${part.text}`)
  return parts.map((part) => part.text).join(' ')
}

test('a name in a refusal stays as it is, whatever signs it has', () => {
  for (const name of ['Sample 17', 'Sample. Sample (17) $1 $& {agency}', 'is empty'])
    assert.equal(
      told(`As officer at ${name} you may not do this.`),
      `Su función en ${name}, «Agente», no permite hacer esto.`,
    )
})

test('every role has its Spanish name in a refusal', () => {
  for (const role of roles)
    assert.doesNotMatch(told(`At Sample 17 nobody can be ${role}.`), new RegExp(`«${role}»`))
})

test('a longer refusal is not taken for a shorter one that it begins with', () => {
  assert.equal(
    told('Another agency owns this tip now. It is yours again if they return it.'),
    'Este aviso es ahora de otra agencia. Vuelve a ser suyo si lo devuelven.',
  )
  assert.equal(told('Another agency owns this tip now.'), 'Este aviso es ahora de otra agencia.')
})

test('the reasons of a gate are told one by one, also where a citation looks like the end of a sentence', () => {
  const citations = 'State v. Sample, 17 Example 2d 17 (2021); Sample v. Example, Inc. Example 17'
  assert.equal(
    told(
      `warrant needed: In the 7th Circuit: warrant needed (${citations}). In the courts of Wisconsin it is not settled (${citations}).`,
    ),
    `Hace falta orden judicial. En el 7.º circuito federal: hace falta orden judicial (${citations}). En los tribunales de Wisconsin no está resuelto (${citations}).`,
  )
})

test('every federal circuit is named in Spanish', () => {
  const file = join(import.meta.dirname, '../../../../../data/law/circuits.yaml')
  const names = [...readFileSync(file, 'utf8').matchAll(/name: "(.+?)"/g)].map(([, name = '']) => name)
  assert.equal(names.length, 12)
  for (const name of names)
    assert.match(
      told(`For ${name} the pack has no entry that answers.`),
      /^Para el (?:\d+\.º )?circuito federal/,
    )
})

test('what is no refusal of ours stays as it was written, and is told apart', () => {
  for (const own of [
    'Synthetic refusal 17.',
    'As stranger at Sample 17 you may not do this.',
    'This case is',
    '',
  ])
    assert.deepEqual(refusalEs(own), [{ text: own, told: false }])
  assert.deepEqual(refusalEs('Synthetic remark 17. This case is open already.'), [
    { text: 'Synthetic remark 17.', told: false },
    { text: 'Este caso ya está abierto.', told: true },
  ])
  assert.deepEqual(refusalEs('line 3, /rules: Synthetic remark 17'), [
    { text: 'line 3, /rules: Synthetic remark 17', told: false },
  ])
})

test('what the schema library says of a field is told in Spanish', () => {
  const wrong: [schema: TSchema, value: unknown][] = [
    [Type.String(), 1],
    [Type.Number(), 'x'],
    [Type.Integer(), 1.5],
    [Type.Boolean(), 'x'],
    [Type.Null(), 'x'],
    [Type.Object({}), 'x'],
    [Type.Array(Type.String()), 'x'],
    [Type.Object({ a: Type.String(), b: Type.String() }), {}],
    [Type.Object({}, { additionalProperties: false }), { a: 1 }],
    [Type.String({ minLength: 3 }), 'x'],
    [Type.String({ maxLength: 1 }), 'xx'],
    [Type.String({ pattern: '^[A-Z]{2}$' }), 'x'],
    [Type.String({ format: 'date-time' }), 'x'],
    [Type.Unsafe({ type: ['string', 'null'] }), 17],
    [Type.Literal('a'), 'x'],
    [Type.Enum(['a', 'b']), 'x'],
    [Type.Union([Type.Literal('a'), Type.Literal('b')]), 'x'],
    [Type.Integer({ minimum: 3 }), 1],
    [Type.Integer({ maximum: 3 }), 17],
    [Type.Number({ exclusiveMinimum: 0.5 }), 0],
    [Type.Number({ exclusiveMaximum: 0.5 }), 17],
    [Type.Number({ multipleOf: 2 }), 17],
    [Type.Array(Type.String(), { minItems: 3 }), []],
    [Type.Array(Type.String(), { maxItems: 1 }), ['x', 'y']],
    [Type.Array(Type.String(), { uniqueItems: true }), ['x', 'x']],
    [Type.Object({}, { minProperties: 1 }), {}],
    [Type.Object({}, { maxProperties: 1 }), { a: 1, b: 2 }],
  ]
  const messages: string[] = []
  for (const [schema, value] of wrong) {
    const errors = [...Value.Errors(schema, value)]
    assert.ok(errors.length > 0, JSON.stringify(schema))
    messages.push(...errors.filter(({ keyword }) => keyword !== 'boolean').map(({ message }) => message))
  }
  for (const message of messages) assert.notEqual(told(message), message)
  const said = Object.keys(schemaRefusalsEs).filter((key) =>
    messages.some((message) => message.startsWith(key.replace(/\{.*/, ''))),
  )
  assert.deepEqual(said, Object.keys(schemaRefusalsEs))
})
