import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Forum,
  type GateAnswer,
  lawCourts,
  type PublicState,
  type ViewState,
  viewStates,
} from '@opentipline/contract'
import { circuitOf, mayOpenFile } from '@opentipline/domain'
import { shippedPack } from './pack.ts'

const pack = shippedPack()
const today = '2026-11-22'

/** The 50 states, the District of Columbia and the five inhabited territories. */
const states =
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI'.split(
    ' ',
  )

const forumOf = (state: string, courts: Forum['courts'] = 'either'): Forum => ({
  state,
  circuit: circuitOf(pack, state)?.id ?? null,
  courts,
})

const ask = (
  forum: Forum,
  viewState: ViewState,
  more: { on?: string; publiclyAvailable?: PublicState; hashMatched?: PublicState } = {},
) => mayOpenFile(pack, { forum, viewState, publiclyAvailable: 'not stated', on: today, ...more })

test('56 states, districts and territories are known, each in one circuit but American Samoa', () => {
  assert.equal(states.length, 56)
  assert.deepEqual(
    states.filter((state) => circuitOf(pack, state) === null),
    ['AS'],
  )
})

/** Forum, view state, hash match, the answer, and a citation it must rest on. */
const questions: [string, Forum['courts'], ViewState, PublicState, GateAnswer, string?][] = [
  ['WI', 'state', 'not viewed', 'yes', 'no warrant needed', 'wi-gasper'],
  ['WI', 'state', 'viewed historically by hash', 'not stated', 'no warrant needed', 'wi-gasper'],
  ['WI', 'either', 'not viewed', 'yes', 'unsettled', 'ca7-bebris'],
  ['WI', 'federal', 'not viewed', 'yes', 'unsettled', 'ca7-bebris'],
  ['WI', 'state', 'not viewed', 'not stated', 'unsettled', 'wi-gasper'],
  ['WI', 'either', 'viewed for this report', 'not stated', 'no warrant needed', 'ca7-bebris'],
  ['CA', 'either', 'not viewed', 'yes', 'unsettled', 'ca-wilson'],
  ['CA', 'federal', 'not viewed', 'yes', 'warrant needed', 'ca9-wilson'],
  ['CA', 'state', 'not viewed', 'yes', 'no warrant needed', 'ca-wilson'],
  ['TX', 'federal', 'viewed historically by hash', 'not stated', 'no warrant needed', 'ca5-reddick'],
  ['TX', 'either', 'viewed historically by hash', 'not stated', 'unsettled', 'ca5-reddick'],
  ['OH', 'federal', 'not viewed', 'yes', 'no warrant needed', 'ca6-miller'],
  ['NY', 'either', 'not viewed', 'yes', 'warrant needed', 'ca2-maher'],
  ['VT', 'either', 'not viewed', 'yes', 'unsettled', 'vt-lizotte'],
  ['NC', 'either', 'not viewed', 'yes', 'warrant needed', 'ca4-lowers'],
  ['OR', 'either', 'viewed historically by hash', 'not stated', 'warrant needed', 'ca9-holmes'],
  ['WA', 'either', 'viewed for this report', 'not stated', 'unsettled', 'wa-eisfeldt'],
  ['CO', 'federal', 'not viewed', 'yes', 'unsettled', 'ca10-ackerman'],
  ['NE', 'federal', 'viewed for this report', 'not stated', 'no warrant needed', 'ca8-ringland'],
  ['MA', 'either', 'viewed for this report', 'not stated', 'no warrant needed', 'us-jacobsen'],
  ['MA', 'either', 'not viewed', 'yes', 'unsettled'],
  ['GA', 'federal', 'not viewed', 'yes', 'unsettled'],
]

for (const [state, courts, view, hashMatched, expected, citation] of questions)
  test(`${state}, ${courts} court, ${view}, hash match ${hashMatched}: ${expected}`, () => {
    const found = ask(forumOf(state, courts), view, { hashMatched })
    assert.equal(found.answer, expected, found.sentences.join('\n'))
    if (citation) assert.ok(found.because.some(({ id }) => id === citation))
    assert.ok(found.sentences.length > 0)
  })

/** An entry counts from its first day: the day before is answered without it. */
const boundaries: [string, Forum['courts'], string, GateAnswer, GateAnswer][] = [
  ['WI', 'state', '2026-01-14', 'unsettled', 'no warrant needed'],
  ['NC', 'either', '2026-03-10', 'unsettled', 'warrant needed'],
  ['NY', 'federal', '2024-11-01', 'unsettled', 'warrant needed'],
  ['TX', 'federal', '2018-08-17', 'unsettled', 'no warrant needed'],
  ['OH', 'federal', '2020-12-03', 'unsettled', 'no warrant needed'],
  ['OR', 'federal', '2021-09-21', 'unsettled', 'warrant needed'],
]
const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

for (const [state, courts, from, before, after] of boundaries)
  test(`${state}: the answer changes on ${from} and not a day before`, () => {
    const answers = [dayBefore(from), from].map(
      (on) => ask(forumOf(state, courts), 'viewed historically by hash', { on }).answer,
    )
    assert.deepEqual(answers, [before, after])
  })

const everyQuestion = function* () {
  for (const state of states)
    for (const courts of lawCourts)
      for (const publiclyAvailable of ['yes', 'not stated'] as const)
        for (const hashMatched of ['yes', 'not stated'] as const)
          for (const on of ['2017-06-01', '2022-01-01', '2024-12-01', today])
            yield { forum: forumOf(state, courts), more: { publiclyAvailable, hashMatched, on } }
}

const strictness: Record<GateAnswer, number> = { 'no warrant needed': 0, unsettled: 1, 'warrant needed': 2 }

test('in every forum, on every day: nothing opens from "not stated", and it is never better than "not viewed"', () => {
  let asked = 0
  for (const { forum, more } of everyQuestion()) {
    const notStated = ask(forum, 'not stated', more).answer
    assert.notEqual(notStated, 'no warrant needed')
    assert.ok(strictness[notStated] >= strictness[ask(forum, 'not viewed', more).answer])
    asked += 1
  }
  assert.equal(asked, states.length * 3 * 2 * 2 * 4)
})

test('viewed historically is no better than not viewed, unless an entry of that forum names it', () => {
  for (const { forum, more } of everyQuestion()) {
    const historical = ask(forum, 'viewed historically by hash', more)
    const plain = ask(forum, 'not viewed', more)
    if (strictness[historical.answer] >= strictness[plain.answer]) continue
    assert.ok(
      historical.because.some((entry) =>
        entry.openFile?.some(
          (rule) => rule.views.includes('viewed historically by hash') && rule.answer === 'no warrant needed',
        ),
      ),
      `${forum.state} ${historical.answer} ${plain.answer}`,
    )
  }
})

test('what opens rests on law that somebody has read, for that court or the nation', () => {
  for (const { forum, more } of everyQuestion())
    for (const view of viewStates) {
      const found = ask(forum, view, more)
      if (found.answer !== 'no warrant needed') continue
      const opening = found.because.filter((entry) =>
        entry.openFile?.some((rule) => rule.answer === 'no warrant needed'),
      )
      assert.ok(opening.length > 0)
      for (const { force, status, jurisdiction } of opening) {
        assert.equal(force, 'law')
        assert.notEqual(status, 'to be verified by counsel')
        assert.ok(
          'nation' in jurisdiction ||
            ('states' in jurisdiction && jurisdiction.states.includes(forum.state)) ||
            ('circuits' in jurisdiction && jurisdiction.circuits.includes(forum.circuit ?? '')),
        )
      }
    }
})

test('without a forum nothing opens, and the answer says why', () => {
  for (const viewState of viewStates) {
    const found = mayOpenFile(pack, {
      forum: null,
      viewState,
      publiclyAvailable: 'yes',
      hashMatched: 'yes',
      on: today,
    })
    assert.equal(found.answer, 'unsettled')
    assert.match(found.sentences.at(-1) ?? '', /forum of the agency/)
  }
})
