import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { credentialState, credentialWorks, overlapEnd } from './credential-state.ts'

const moment = fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => new Date(seconds * 1000))
const maybe = fc.option(moment)
const times = fc.record({ expiresAt: maybe, revokedAt: maybe })

test('what no longer works never works again, however time goes on', () => {
  fc.assert(
    fc.property(times, moment, fc.nat(), (given, now, later) => {
      if (!credentialWorks(given, now))
        assert.equal(credentialWorks(given, new Date(now.getTime() + later)), false)
    }),
  )
})

test('a revoked one works at no time, one without an end at all times, and one with an end before it alone', () => {
  fc.assert(
    fc.property(times, moment, (given, now) => {
      const works = given.revokedAt === null && (given.expiresAt === null || now < given.expiresAt)
      assert.equal(credentialWorks(given, now), works)
      assert.equal(credentialState(given, now) === 'revoked', given.revokedAt !== null)
    }),
  )
})

test('during the overlap of a rotation the old one works, after it it does not, and its life is never made longer', () => {
  fc.assert(
    fc.property(times, moment, fc.integer({ min: 0, max: 720 }), (old, now, hours) => {
      const end = overlapEnd(old, hours, now)
      assert.equal(end === null, !credentialWorks(old, now))
      if (end === null) return
      const ended = { ...old, expiresAt: end }
      assert.equal(credentialWorks(ended, end), false)
      if (hours > 0) assert.equal(credentialWorks(ended, now), true)
      assert.ok(old.expiresAt === null || end <= old.expiresAt)
      assert.ok(end.getTime() <= now.getTime() + hours * 3_600_000)
    }),
  )
})

test('one that ends within the overlap anyhow ends when it would have, to the moment; one that ends later, when the overlap does', () => {
  const hour = 3_600_000
  fc.assert(
    fc.property(
      moment,
      fc.integer({ min: 1, max: 720 }),
      fc.integer({ min: 1, max: 1440 }),
      (now, hours, left) => {
        const old = { expiresAt: new Date(now.getTime() + left * hour), revokedAt: null }
        assert.equal(overlapEnd(old, hours, now)?.getTime(), now.getTime() + Math.min(hours, left) * hour)
      },
    ),
  )
})
