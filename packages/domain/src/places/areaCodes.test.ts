import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePhone } from '../identifiers/normalPhone.ts'
import { stateOfPhone } from './areaCodes.ts'
import { isTerritory } from './usStates.ts'

/** Codes of a service, not of a place: toll-free, premium, personal. */
const placeless = new Set(['TOLL_FREE', 'PREMIUM_RATE', 'PERSONAL_NUMBER'])

test('every area code in use in the United States has a state, and no code abroad has one', () => {
  for (let code = 200; code < 1000; code++) {
    const phone = `+1${code}2345678`
    const known = parsePhone({ number: phone })
    if (known?.isValid() !== true || known.country === undefined) continue
    const state = stateOfPhone(phone)
    const american = known.country === 'US' || isTerritory(known.country)
    const placed = american && !placeless.has(known.getType() ?? '')
    assert.equal(state !== undefined, placed, `${code} ${known.country} ${state}`)
    if (isTerritory(known.country)) assert.equal(state, known.country)
  }
})

test('a number abroad and a code of no place have no state', () => {
  assert.equal(stateOfPhone('+442079460958'), undefined)
  assert.equal(stateOfPhone('+15555550100'), undefined)
})
