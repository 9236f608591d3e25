import { type DecisionKind, decisionKinds, decisionReasons } from '@opentipline/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { en } from '../../messages/en.ts'
import { type Draft, emptyDraft } from './drafts.ts'
import { dayAfter, draftFaults, holdEnd, reasonWords, requestOf } from './draftRules.ts'

const now = new Date(2026, 10, 23, 12).getTime()
const complete = (kind: DecisionKind): Draft & { kind: DecisionKind } => ({
  ...emptyDraft,
  kind,
  reasons: [decisionReasons[kind][0].code],
  referTo: kind === 'refer' ? 'mn' : '',
  holdDay: kind === 'hold' ? '2026-11-30' : '',
})

test('nothing is chosen beforehand', () => {
  expect(draftFaults(emptyDraft, now)).toContain('kind')
})

test('each of the five needs a reason, and no more than it must', () => {
  for (const kind of decisionKinds) {
    expect(draftFaults(complete(kind), now)).toEqual([])
    expect(draftFaults({ ...complete(kind), reasons: [] }, now)).toEqual(['reasons'])
  }
})

test('another reason needs the note, a referral an agency, a hold a day to come', () => {
  expect(draftFaults({ ...complete('decline'), reasons: ['other'], note: '  ' }, now)).toEqual(['note'])
  expect(draftFaults({ ...complete('refer'), referTo: '' }, now)).toEqual(['agency'])
  for (const holdDay of ['', '2026-11-23', '2020-01-01', 'tomorrow'])
    expect(draftFaults({ ...complete('hold'), holdDay }, now)).toEqual(['until'])
})

test('a request carries an agency only for a referral and a day only for a hold', () => {
  for (const kind of decisionKinds) {
    const body = requestOf({ ...complete(kind), referTo: 'mn', holdDay: '2026-11-30' })
    expect('referTo' in body).toBe(kind === 'refer')
    expect('holdUntil' in body).toBe(kind === 'hold')
  }
})

test('any day so many days on is a day whose morning is so many days on', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), (days) => {
      const from = new Date(2026, 0, 1)
      const end = holdEnd(dayAfter(from, days))
      expect(end?.getHours()).toBe(8)
      expect(end).toEqual(new Date(2026, 0, 1 + days, 8))
    }),
  )
})

test('a reason that an agency added stands for itself', () => {
  expect(reasonWords('decline', 'our-own', en)).toBe('our-own')
  expect(reasonWords('decline', 'duplicate', en)).toBe('Already worked under another tip')
})
