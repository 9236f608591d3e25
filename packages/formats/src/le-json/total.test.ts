import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { bytesOf, fullDocument } from './full-document.fixture.ts'
import { importLeJson } from './import.ts'
import { leJsonLimits } from './limits.ts'
import { parseTree } from './parse.ts'
import { type Plain, type Tree, toPlain } from './tree.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A number as its own digits, so that both readers are compared before either turns them into a double. */
const digitsOf = (text: string): symbol => Symbol.for(text)

const keepDigits = (_key: string, value: unknown, context?: { source?: string }) =>
  typeof value === 'number' ? digitsOf(context?.source ?? 'no digits') : value

/** What `JSON.parse` makes of a text, or undefined where it refuses it. */
const reference = (text: string): { value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text, keepDigits) }
  } catch {
    return undefined
  }
}

const asRead = (tree: Tree): unknown => {
  if (tree.type === 'number') return digitsOf(tree.lexeme)
  if (tree.type === 'array') return tree.items.map(asRead)
  if (tree.type !== 'object') return tree.type === 'null' ? null : tree.value
  return Object.fromEntries([...tree.members].map(([key, value]) => [key, asRead(value)]))
}

test('the parser takes and refuses exactly what JSON does, and reads the same values', () => {
  const texts = fc.oneof(
    fc.json(),
    fc.json().chain((json) => fc.nat(json.length).map((at) => json.slice(0, at) + json.slice(at + 1))),
    fc.string({ unit: fc.constantFrom(...'{}[]",:-+.0123456789eE \ntruefalsn\\/u\u0000\u00a0') }),
    fc.double().map((value) => `[${value}]`),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const parsed = parseTree(text, 'openTipline')
      const expected = reference(text)
      assert.equal(parsed.ok, expected !== undefined, text)
      if (parsed.ok) assert.deepStrictEqual(asRead(parsed.tree), expected?.value)
    }),
    { numRuns: 2_000 },
  )
})

const readPlain = (text: string): unknown => {
  const parsed = parseTree(text, 'openTipline')
  return parsed.ok ? toPlain(parsed.tree) : undefined
}
const someDigits = (length: number) =>
  fc.array(fc.integer({ min: 1, max: 9 }), { minLength: length, maxLength: length })

test('a number is a number where a double keeps it, and its own digits where not', () => {
  const scale = fc.integer({ min: 0, max: 60 }).map((zeros) => `0.${'0'.repeat(zeros)}`)
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      assert.equal(readPlain(String(value)), Object.is(value, -0) ? 0 : value)
    }),
  )
  fc.assert(
    fc.property(scale, someDigits(17), (zeros, some) => {
      assert.equal(readPlain(zeros + some.join('')), Number(zeros + some.join('')))
    }),
  )
  // Of 25 digits a double keeps the first seventeen or so: these end with others.
  fc.assert(
    fc.property(fc.constantFrom('', '0.', '0.000', '-', '-7.'), someDigits(25), (before, some) => {
      assert.equal(readPlain(before + some.join('')), before + some.join(''))
    }),
  )
  for (const text of [`0.${'9'.repeat(20)}`, `5.${'0'.repeat(20)}1`, '1e-400', '1e400', '9007199254740993'])
    assert.equal(readPlain(text), text)
  for (const text of ['1.0', '1e3', `1.${'0'.repeat(20)}`, '0.0', '0e5', '-0', '9007199254740991'])
    assert.equal(readPlain(text), Number(text), text)
})

test('control characters in a string are refused as JSON refuses them', () => {
  for (let code = 0; code < 0xa1; code += 1) {
    const text = `["${String.fromCharCode(code)}"]`
    assert.equal(parseTree(text, 'openTipline').ok, reference(text) !== undefined, `U+${code.toString(16)}`)
  }
})

test('any bytes give a report or a problem, never an exception', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const read = importLeJson(bytes)
      assert.ok(read.ok || read.problems.length > 0)
    }),
    { numRuns: 1_000 },
  )
})

test('a full document with bytes changed, cut or doubled gives a report or a problem', () => {
  const whole = bytesOf(fullDocument())
  const change = fc.record({
    at: fc.nat(whole.length - 1),
    byte: fc.nat(255),
    drop: fc.nat(9),
    end: fc.nat(4_000),
  })
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
      let bytes = Buffer.from(whole)
      for (const { at, byte, drop, end } of changes) {
        if (drop === 0) bytes = bytes.subarray(0, end)
        else if (drop === 1) bytes = Buffer.concat([bytes, bytes.subarray(0, end)])
        else if (at < bytes.length) bytes[at] = byte
      }
      const read = importLeJson(bytes)
      assert.ok(read.ok || read.problems.length > 0)
    }),
    { numRuns: 2_000 },
  )
})

/** Every key the readers know, so that random documents go through all of them with values of every form. */
const knownKeys = [...new Set(JSON.stringify(fullDocument()).match(/"\w+"(?=:)/g) ?? [])].map((key) =>
  key.slice(1, -1),
)
const places = [
  'reportedInformation',
  'openTipline',
  'reportedPersons',
  'unknownKey',
  '__proto__',
  'toString',
]

/** Random documents whose texts are all different, so that each can be looked for in what was read. */
const markedDocument = fc
  .letrec<{ any: Plain; object: Plain }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 7, withCrossShrink: true },
      fc.constant('MARK'),
      fc.constantFrom<Plain[]>(null, true, 17, 'N/A', [], {}),
      tie('object'),
      tie('object'),
      fc.array(tie('any'), { maxLength: 3 }),
    ),
    object: fc.dictionary(fc.constantFrom(...knownKeys, ...places), tie('any'), {
      maxKeys: 6,
      noNullPrototype: true,
    }),
  }))
  .object.map((information) => {
    let count = 0
    const text = JSON.stringify({ reportedInformation: information }).replaceAll(
      '"MARK"',
      () => `"mark-${count++}-"`,
    )
    return { text, count }
  })

test('nothing is dropped: every text of any document is in the report or among its unknown fields', () => {
  fc.assert(
    fc.property(markedDocument, ({ text, count }) => {
      const read = importLeJson(encode(text))
      assert.ok(read.ok)
      const held = JSON.stringify(read.report)
      for (let mark = 0; mark < count; mark += 1)
        assert.ok(held.includes(`mark-${mark}-`), `mark-${mark}- of ${text}`)
    }),
    { numRuns: 3_000 },
  )
})

const problemOf = (bytes: Uint8Array): { path: string; line?: number; column?: number; message: string } => {
  const read = importLeJson(bytes)
  assert.ok(!read.ok)
  return read.problems[0] ?? assert.fail('no problem told')
}

test('a problem tells its place', () => {
  assert.deepEqual(problemOf(encode('{\n  "a": [1, tru]\n}')), {
    path: '/a/1',
    line: 2,
    column: 12,
    message: 'expected a JSON value',
  })
  assert.match(problemOf(encode('')).message, /empty/)
  assert.match(problemOf(encode('{} {}')).message, /more after/)
  assert.match(problemOf(Uint8Array.of(0xff, 0xfe, 0x7b, 0)).message, /UTF-16/)
  assert.match(problemOf(Uint8Array.of(0x7b, 0xff, 0x7d)).message, /not UTF-8/)
  assert.match(problemOf(encode('[]')).message, /object/)
  assert.match(problemOf(encode('{"reportId":"1"}')).message, /reportedInformation/)
  assert.equal(problemOf(encode('{"reportedInformation":null}')).path, '/reportedInformation')
})

test('depth, number of values and size are limited, with the limit in the message', () => {
  const deep = '{"reportedInformation":'.concat('['.repeat(100_000))
  assert.match(problemOf(encode(deep)).message, new RegExp(`${leJsonLimits.depthMax} levels`))
  const many = `{"reportedInformation":[${'1,'.repeat(leJsonLimits.valuesMax)}1]}`
  assert.match(problemOf(encode(many)).message, new RegExp(`${leJsonLimits.valuesMax} values`))
  const large = problemOf(new Uint8Array(leJsonLimits.documentBytesMax + 1))
  assert.match(large.message, new RegExp(`${leJsonLimits.documentBytesMax} bytes`))
})
