import assert from 'node:assert/strict'
import { test } from 'node:test'
import { identifierKinds, identifierRoles } from '@opentipline/contract'
import fc from 'fast-check'
import { commonFromReports, linkWorth } from './worth.ts'

const shared = fc.record({
  kind: fc.constantFrom(...identifierKinds),
  value: fc.string(),
  role: fc.constantFrom(...identifierRoles),
  basis: fc.constantFrom('stated' as const, 'derived' as const),
})

test('an identifier that too many reports share is no link, whatever its kind', () => {
  fc.assert(
    fc.property(shared, fc.integer({ min: commonFromReports + 1, max: 1e9 }), (identifier, count) => {
      assert.equal(linkWorth(identifier, count).strength, 'none')
    }),
  )
})

test('fifty reports with one account are linked, fifty-one are not', () => {
  const account = { kind: 'account', value: 'example:17', role: 'reported', basis: 'stated' } as const
  assert.equal(linkWorth(account, 50).strength, 'strong')
  assert.deepEqual(linkWorth(account, 51), {
    strength: 'none',
    because: 'More than 50 reports share this account.',
  })
})

test('what was read out of free text is never a strong link', () => {
  fc.assert(
    fc.property(shared, fc.integer({ min: 2, max: 1000 }), (identifier, count) => {
      assert.notEqual(linkWorth({ ...identifier, basis: 'derived' }, count).strength, 'strong')
    }),
  )
})

test('the same account in two reports is a strong link, the same address alone a weak one', () => {
  assert.equal(
    linkWorth({ kind: 'account', value: 'a:1', role: 'reported', basis: 'stated' }, 2).strength,
    'strong',
  )
  assert.equal(
    linkWorth({ kind: 'ip', value: '192.0.2.1', role: 'reported', basis: 'stated' }, 2).strength,
    'weak',
  )
})

test('the provider’s own contact never links its reports', () => {
  assert.equal(
    linkWorth({ kind: 'email', value: 'a@example.com', role: 'reporter', basis: 'stated' }, 2).strength,
    'none',
  )
})

const strengthOf = (kind: 'ipAtTime' | 'device', value: string) =>
  linkWorth({ kind, value, role: 'reported', basis: 'stated' }, 2).strength

test('an address at a second joins only with its port: many subscribers may share it', () => {
  const at = '2026-01-13T07:15:00Z'
  assert.equal(strengthOf('ipAtTime', `192.0.2.10:44321@${at}`), 'strong')
  assert.equal(strengthOf('ipAtTime', `[2001:db8::10]:44321@${at}`), 'strong')
  assert.equal(strengthOf('ipAtTime', `192.0.2.10@${at}`), 'weak')
  assert.equal(strengthOf('ipAtTime', `2001:db8::10@${at}`), 'weak')
})

test('a device number that fails its own check does not join', () => {
  assert.equal(strengthOf('device', 'imei:490154203237518'), 'strong')
  assert.equal(strengthOf('device', 'imei-unchecked:490154203237519'), 'weak')
})
