import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ProcessStep } from '@opentipline/contract'
import fc from 'fast-check'
import { type ProcessNext, type ProcessStanding, processAfter } from './legal-process.ts'

const now = new Date('2026-11-22T12:00:00Z')
const day = fc
  .integer({ min: -400, max: 30 })
  .map((days) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10))
const step: fc.Arbitrary<ProcessStep> = fc.oneof(
  day.map((on): ProcessStep => ({ step: 'sent', on })),
  day.map((on): ProcessStep => ({ step: 'returned', on, what: 'Synthetic' })),
  fc.constant<ProcessStep>({ step: 'withdrawn' }),
)

test('whatever is said in whatever order, what stands is a thing that can have happened', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      let standing: ProcessStanding | ProcessNext = { state: 'drafted', sentOn: null }
      for (const each of steps) {
        const next = processAfter(standing, each, now)
        if ('refused' in next) continue
        // What has ended never moves again.
        assert.ok(standing.state === 'drafted' || standing.state === 'sent')
        standing = next
        assert.equal(standing.state === 'returned', next.returnedOn !== null)
        if (standing.state === 'sent' || standing.state === 'returned') assert.ok(standing.sentOn !== null)
        for (const said of [next.sentOn, next.returnedOn])
          assert.ok(said === null || said <= '2026-11-23', `${said} has not come`)
        if (next.returnedOn !== null) assert.ok(next.sentOn !== null && next.returnedOn >= next.sentOn)
      }
    }),
  )
})

const says = (standing: ProcessStanding, wish: ProcessStep): string => {
  const next = processAfter(standing, wish, now)
  return 'refused' in next ? next.refused.says : 'done'
}

test('it says what is wrong: not sent, no such day, a day to come, back before it went', () => {
  const drafted: ProcessStanding = { state: 'drafted', sentOn: null }
  const sent: ProcessStanding = { state: 'sent', sentOn: '2026-11-01' }
  assert.match(says(drafted, { step: 'returned', on: '2026-11-02', what: '' }), /not been sent/)
  assert.match(says(drafted, { step: 'sent', on: '2026-02-30' }), /no day of the calendar/)
  assert.match(says(drafted, { step: 'sent', on: '2026-12-01' }), /not come yet/)
  assert.match(says(sent, { step: 'returned', on: '2026-10-31', what: '' }), /come back before/)
  assert.match(says(sent, { step: 'sent', on: '2026-11-02' }), /sent already/)
  assert.equal(says(sent, { step: 'returned', on: '2026-11-02', what: '' }), 'done')
})
