import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { identifiersOf } from './identifiersOf.ts'
import { arbitraryReport, emptyFile, emptyParty, reportWith } from './reports.fixture.ts'

const found = (report: Parameters<typeof identifiersOf>[0]) =>
  identifiersOf(report).map(
    ({ kind, value, role, basis, path }) => `${kind} ${value} ${role} ${basis} ${path}`,
  )

/** Follows a JSON pointer; throws where it leads nowhere. */
export function resolve(document: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce((at: unknown, key) => {
      assert.ok(typeof at === 'object' && at !== null && key in at, `${pointer} leads nowhere`)
      return Object.entries(at).find(([name]) => name === key)?.[1]
    }, document)
}

test('a recipient and a child keep their role, and are never the reported person', () => {
  const report = reportWith({
    parties: [
      emptyParty('reported', { espIdentifier: 'a' }),
      emptyParty('recipient', { espIdentifier: 'b', additionalInfo: ['mail c@example.com'] }),
      emptyParty('child', { espIdentifier: 'd' }),
    ],
  })
  assert.deepEqual(found(report), [
    'account example-provider:a reported stated /parties/0/espIdentifier',
    'account example-provider:b recipient stated /parties/1/espIdentifier',
    'account example-provider:d child stated /parties/2/espIdentifier',
    'email c@example.com recipient derived /parties/1/additionalInfo/0',
  ])
})

test('an address with an exact time also gives the address at that second, with its port', () => {
  const ipCaptures = [
    { ipAddress: '192.0.2.10', at: '2026-01-13T02:15:00-05:00', port: 44321 },
    { ipAddress: '2001:DB8::10', at: '2026-01-13T07:15:00Z', port: 443 },
    { ipAddress: '192.0.2.10' },
  ]
  const report = reportWith({ parties: [emptyParty('reported', { ipCaptures })] })
  assert.deepEqual(
    identifiersOf(report).map(({ kind, value }) => `${kind} ${value}`),
    [
      'ip 192.0.2.10',
      'ipAtTime 192.0.2.10:44321@2026-01-13T07:15:00Z',
      'ip 2001:db8::10',
      'ipAtTime [2001:db8::10]:443@2026-01-13T07:15:00Z',
      'ip 192.0.2.10',
    ],
  )
})

test('a private address is no identifier', () => {
  const report = reportWith({
    parties: [emptyParty('reported', { ipCaptures: [{ ipAddress: '192.168.0.2' }] })],
  })
  assert.deepEqual(identifiersOf(report), [])
})

test('the account of an associated platform is not one of the reporting provider', () => {
  const other = {
    type: 'Linked',
    platform: 'Other Example',
    espIdentifier: 'x',
    displayNames: [],
    profileUrls: [],
    ipCaptures: [],
    devices: [],
    priorReports: [],
    additionalInfo: [],
  }
  const report = reportWith({ parties: [emptyParty('reported', { associatedAccounts: [other] })] })
  assert.deepEqual(found(report), [
    'account other-example:x reported stated /parties/0/associatedAccounts/0/espIdentifier',
  ])
})

test('an officer named in a report gives no identifier, and the reporter’s own is marked as such', () => {
  const person = { phones: [], emails: [{ address: 'officer@example.org' }], addresses: [] }
  const report = reportWith({
    lawEnforcement: { agencyName: 'Example Agency', officer: person },
    reporter: { espName: 'Example', person: { ...person, emails: [{ address: 'staff@example.net' }] } },
  })
  assert.deepEqual(found(report), ['email staff@example.net reporter stated /reporter/person/emails/0'])
})

test('digests received, stated and of verification are one kind', () => {
  const md5 = '0'.repeat(31).concat('1')
  const report = reportWith({
    files: [emptyFile('f', { verificationHash: md5, originalHashes: [{ hashType: 'MD5', value: md5 }] })],
  })
  assert.deepEqual(
    identifiersOf(report).map(({ value, path }) => `${value} ${path}`),
    [`md5:${md5} /files/0/originalHashes/0`, `md5:${md5} /files/0/verificationHash`],
  )
})

test('whatever a report holds, its identifiers are sound, unique, and stand where they say', () => {
  fc.assert(
    fc.property(arbitraryReport, (report) => {
      const all = identifiersOf(report)
      assert.deepEqual(all, identifiersOf(report))
      assert.equal(new Set(all.map((id) => JSON.stringify(id))).size, all.length)
      for (const id of all) {
        assert.ok(id.value.isWellFormed() && id.value !== '')
        resolve(report, id.path)
      }
    }),
  )
})
