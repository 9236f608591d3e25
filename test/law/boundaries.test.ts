/** Every dated entry at its boundary, and the four view states against every forum: what is expected stands here as a table. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Forum, type GateAnswer, viewStates, type ViewState } from '@opentipline/contract'
import {
  authoritiesInForce,
  circuitOf,
  entriesOn,
  firstDay,
  mayOpenFile,
  usStates,
} from '@opentipline/domain'
import { shippedPack } from './pack.ts'

const pack = shippedPack()
const today = '2026-11-22'
const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

for (const entry of pack.entries)
  test(`${entry.id} holds from ${firstDay(entry)} on, and not a day before`, () => {
    const holds = (on: string): boolean => entriesOn(pack, on).some(({ id }) => id === entry.id)
    const from = firstDay(entry)
    assert.equal(holds(dayBefore(from)), false)
    const endedBy = pack.entries
      .filter(({ ends }) => ends?.includes(entry.id))
      .map(firstDay)
      .toSorted()[0]
    const over = [endedBy, entry.to].filter((day) => day !== undefined).toSorted()[0]
    assert.equal(holds(from), over === undefined || from < over)
    if (over === undefined) assert.ok(holds(today))
    else {
      assert.ok(holds(dayBefore(over)))
      assert.equal(holds(over), false)
    }
  })

/** For a file whose hash is stated to match known material; a circuit or state that is not named is unsettled. */
const federal: Record<ViewState, (circuit: string | null) => GateAnswer> = {
  'viewed for this report': (circuit) => (circuit === null ? 'unsettled' : 'no warrant needed'),
  'viewed historically by hash': (circuit) => byHash[circuit ?? ''] ?? 'unsettled',
  'not viewed': (circuit) => byHash[circuit ?? ''] ?? 'unsettled',
  'not stated': (circuit) => (byHash[circuit ?? ''] === 'warrant needed' ? 'warrant needed' : 'unsettled'),
}
const byHash: Record<string, GateAnswer> = {
  2: 'warrant needed',
  4: 'warrant needed',
  5: 'no warrant needed',
  6: 'no warrant needed',
  9: 'warrant needed',
}
const opening = new Set(['CA', 'VT', 'WI'])
const state: Record<ViewState, (code: string) => GateAnswer> = {
  'viewed for this report': (code) => (code === 'WA' ? 'unsettled' : 'no warrant needed'),
  'viewed historically by hash': (code) => (opening.has(code) ? 'no warrant needed' : 'unsettled'),
  'not viewed': (code) => (opening.has(code) ? 'no warrant needed' : 'unsettled'),
  'not stated': () => 'unsettled',
}
/** Where either court may hear the case, both have to allow it; a court that asks for a warrant is enough, unless the other opens. */
const either = (one: GateAnswer, other: GateAnswer): GateAnswer => {
  if (one === other) return one
  const both = [one, other]
  return both.includes('warrant needed') && !both.includes('no warrant needed')
    ? 'warrant needed'
    : 'unsettled'
}

const forumOf = (code: string, courts: Forum['courts']): Forum => ({
  state: code,
  circuit: circuitOf(pack, code)?.id ?? null,
  courts,
})

for (const viewState of viewStates)
  test(`${viewState}: the answer of every forum is the one of the table`, () => {
    for (const { code } of usStates) {
      const ask = (courts: Forum['courts']): GateAnswer =>
        mayOpenFile(pack, {
          forum: forumOf(code, courts),
          viewState,
          publiclyAvailable: 'not stated',
          hashMatched: 'yes',
          on: today,
        }).answer
      const circuit = circuitOf(pack, code)?.id ?? null
      const expected = { federal: federal[viewState](circuit), state: state[viewState](code) }
      assert.equal(ask('federal'), expected.federal, `${code} federal`)
      assert.equal(ask('state'), expected.state, `${code} state`)
      assert.equal(ask('either'), either(expected.federal, expected.state), `${code} either`)
    }
  })

test('what is kept with a decision is of the nation, its own courts and its agency, and in force on that day', () => {
  for (const { code } of usStates)
    for (const on of ['2017-06-01', '2024-12-01', today]) {
      const forum = forumOf(code, 'either')
      const kept = authoritiesInForce(pack, forum, on, true)
      const without = new Set(authoritiesInForce(pack, forum, on, false))
      for (const entry of kept) {
        assert.ok(firstDay(entry) <= on, entry.id)
        const { jurisdiction } = entry
        assert.ok(
          'nation' in jurisdiction ||
            ('circuits' in jurisdiction && jurisdiction.circuits.includes(forum.circuit ?? '')) ||
            ('states' in jurisdiction && jurisdiction.states.includes(code)),
          `${entry.id} in ${code}`,
        )
        if (!without.has(entry)) assert.ok(entry.topics.includes('opening a file'), entry.id)
      }
    }
})
