import { decisionKinds, decisionReasons } from '@opentipline/contract'
import { signalRegistry } from '@opentipline/domain'
import { expect, test } from 'vitest'
import { affiliatesEn } from './affiliates.en.ts'
import { affiliatesEs } from './affiliates.es.ts'
import { agencyRulesEn } from './agencyRules.en.ts'
import { agencyRulesEs } from './agencyRules.es.ts'
import { assignEn } from './assign.en.ts'
import { assignEs } from './assign.es.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { samplingEn } from './sampling.en.ts'
import { samplingEs } from './sampling.es.ts'
import { waitingEn } from './waiting.en.ts'
import { waitingEs } from './waiting.es.ts'

type Leaf = [path: string, value: unknown]
const leaves = (value: unknown, path = ''): Leaf[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, each]) => leaves(each, `${path}/${key}`))
    : [[path, value]]

/** Words that are the same in both languages. */
const alike = /OpenTipline|^UTC$|URL|^Hash$|^[Nn]o$|FIPS|bytes$|^ZIP$/

/** What English needs no words for, since its codes and names read as they are. Each has a test of its own below. */
const own = (path: string): boolean =>
  !/^\/(?:reasonWords|questionWords|findingValues|signalNames|fields)\//.test(path)

const names = (words: unknown): string[] =>
  leaves(words)
    .map(([path]) => path)
    .filter(own)
    .toSorted()

test('Spanish has every word that English has', () => {
  expect(names(es)).toEqual(names(en))
})

test('no Spanish word is the English one left standing', () => {
  const english = new Map(leaves(en))
  const same = leaves(es).filter(
    ([path, value]) => typeof value === 'string' && english.get(path) === value && !alike.test(value),
  )
  expect(same).toEqual([])
})

/** Words that come with a page of their own, in both languages. */
const paged: [english: object, spanish: object][] = [
  [agencyRulesEn, agencyRulesEs],
  [samplingEn, samplingEs],
  [affiliatesEn, affiliatesEs],
  [waitingEn, waitingEs],
  [assignEn, assignEs],
]

test('words of a page of their own are the same ones in Spanish, and none is left in English', () => {
  for (const [english, spanish] of paged) {
    expect(names(spanish)).toEqual(names(english))
    const told = new Map(leaves(english))
    const same = leaves(spanish).filter(
      ([leaf, value]) => typeof value === 'string' && told.get(leaf) === value && !alike.test(value),
    )
    expect(same).toEqual([])
  }
})

test('every question of a signal has Spanish words, and there are no others', () => {
  expect(Object.keys(es.questionWords).toSorted()).toEqual(
    signalRegistry.map(({ question }) => question).toSorted(),
  )
})

test('every published reason has Spanish words', () => {
  const missing = decisionKinds.flatMap((kind) =>
    decisionReasons[kind]
      .filter(({ code }) => !es.reasonWords[`${kind} ${code}`])
      .map(({ code }) => `${kind} ${code}`),
  )
  expect(missing).toEqual([])
})

test('every field with English words has Spanish ones', () => {
  expect(Object.keys(en.fields).filter((name) => es.fields[name] === undefined)).toEqual([])
})
