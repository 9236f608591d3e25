import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compileCondition, evaluate, FALSE, signalNamesOf, TRUE, type Tri, UNKNOWN } from './condition.ts'
import { anyCondition } from './policy.fixture.ts'

const tri = fc.constantFrom<Tri[]>(FALSE, UNKNOWN, TRUE)

test('what is settled stays settled however the unknowns turn out, and nothing is open once all is known', () => {
  fc.assert(
    fc.property(
      anyCondition,
      fc.array(tri, { minLength: 40, maxLength: 40 }),
      fc.boolean(),
      (condition, given, turn) => {
        const names = signalNamesOf(condition)
        const node = compileCondition(condition, (name) => names.indexOf(name))
        const now = evaluate(node, given)
        const known = given.map((value) => (value === UNKNOWN ? (turn ? TRUE : FALSE) : value))
        const later = evaluate(node, known)
        assert.notEqual(later, UNKNOWN)
        if (now !== UNKNOWN) assert.equal(later, now)
      },
    ),
  )
})

test('a name that is no signal is unknown for ever', () => {
  const node = compileCondition({ any: ['nothing', { not: 'nothing' }] }, () => -1)
  assert.equal(evaluate(node, [TRUE, TRUE]), UNKNOWN)
})
