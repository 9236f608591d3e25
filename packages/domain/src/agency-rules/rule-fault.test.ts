import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { agencyRuleIds, agencyRules, isAgencyRule } from './catalogue.ts'
import { isValueOf, ruleFault, startOf } from './rule-fault.ts'

test('what holds at the start is a value of its rule', () => {
  for (const id of agencyRuleIds) assert.equal(ruleFault(id, startOf(id)), undefined, id)
})

test('only values of a rule’s own shape and limits are taken, whatever is tried', () => {
  fc.assert(
    fc.property(fc.constantFrom(...agencyRuleIds), fc.jsonValue(), (id, value) => {
      const rule = agencyRules[id]
      const fits = isValueOf(id, value)
      if (rule.shape === 'switch') return fits === (typeof value === 'boolean')
      return !fits || typeof value !== 'boolean'
    }),
  )
})

test('a name that an object has by itself is no rule', () => {
  for (const name of ['toString', '__proto__', 'constructor', '']) assert.equal(isAgencyRule(name), false)
})
