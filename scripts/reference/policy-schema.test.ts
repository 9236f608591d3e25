import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Compile } from 'typebox/compile'
import { parse } from 'yaml'
import { policyTexts } from '../../test/judgement/shipped.ts'
import { policySchema } from './policy-schema.ts'

const check = Compile(JSON.parse(policySchema()))

test('every shipped policy fits the published schema', () => {
  assert.equal(policyTexts.size, 4)
  for (const [name, text] of policyTexts) assert.ok(check.Check(parse(text)), name)
})

test('an unknown signal, a missing authority and a key that is no part of the language do not fit', () => {
  const text = policyTexts.get('balanced.yaml') ?? ''
  const broken = [
    text.replace('when: exact time', 'when: exact tyme'),
    text.replace('when: exact time', 'when: {not: {all: [exact tyme]}}'),
    text.replace(
      /, because: [a-z-]+, says: The reported person has access/,
      ', says: The reported person has access',
    ),
    `${text}\nextra: 1\n`,
  ]
  for (const each of broken) {
    assert.notEqual(each, text)
    assert.equal(check.Check(parse(each)), false)
  }
})
