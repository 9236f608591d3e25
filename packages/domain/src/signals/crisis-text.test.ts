import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { crisisIn, onlyDisclaims } from './crisis-text.ts'

const stated = [
  'Synthetic narrative 17: the account holder wrote of suicide.',
  'The user is suicidal',
  'mentions self-harm twice',
  'No address is known. The user speaks of self harm.',
  'Not a hoax, but the user is suicidal',
  'La persona habla de suicidio',
  'Dice que va a suicidarse; no hay dirección',
  'Ha habido autolesiones',
]
const onlyMentioned = [
  'There is no indication of suicide.',
  'The user denies self-harm',
  'Self-harm: no',
  'Suicide risk was ruled out'.replace('risk was ', 'was '),
  'never mentioned self-harm',
  'They sent the suicide prevention hotline number',
  'A label "self-harm" was shown to nobody',
  'Sin riesgo de suicidio',
  'Ningún indicio de autolesión',
  'No habla de suicidio',
]

for (const text of stated) test(`states a crisis: ${text}`, () => assert.equal(crisisIn(text), 'stated'))
for (const text of onlyMentioned) {
  test(`mentions without stating: ${text}`, () => assert.equal(crisisIn(text), 'mentioned'))
}

test('a text about something else is silent, "not an emergency" included', () => {
  for (const text of ['Synthetic narrative 4', 'This is not an emergency', 'suicidetown', '']) {
    assert.equal(crisisIn(text), 'silent', text)
  }
})

test('a text that says nothing but that nothing is urgent disclaims; any other text claims', () => {
  for (const text of ['Not an emergency.', 'N/A', 'none', 'No es una emergencia', 'Not urgent']) {
    assert.equal(onlyDisclaims(text), true, text)
  }
  for (const text of [
    'Not an emergency call, but a child is with the user',
    'Urgent',
    'No reply; please hurry',
  ]) {
    assert.equal(onlyDisclaims(text), false, text)
  }
})

test('any text is read without throwing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => crisisIn(`${text} suicide ${text}`) !== 'silent'),
  )
})
