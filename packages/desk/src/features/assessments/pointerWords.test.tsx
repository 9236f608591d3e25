import { expect, test } from 'vitest'
import { en } from '../../messages/en.ts'
import { tip } from '../../testing/samples.ts'
import { evidenceWords, pointerWords } from './pointerWords.ts'

const { report } = tip()

test('a pointer is told by the role of the person it is about', () => {
  expect(pointerWords('/parties/0/ipCaptures/1', report, en)).toBe('Reported person 1, Address and time 2')
  expect(pointerWords('/parties/2/screenName', report, en)).toBe('Child 3, Screen name')
})

test('a field without words of its own is taken apart', () => {
  expect(pointerWords('/incident/newKindOfField', report, en)).toBe('Incident, New kind of field')
})

test('a finding is told by its kind and the place it speaks of', () => {
  const evidence = { from: 'finding', ref: 'ip location /parties/0/ipCaptures/0 203.0.113.17' } as const
  expect(evidenceWords(evidence, report, en)).toBe(
    'Place of an address: Reported person 1, Address and time 1',
  )
})
