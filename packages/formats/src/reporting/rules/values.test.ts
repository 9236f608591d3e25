import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { dateBegins, readMoment } from './moments.ts'
import { isEmail, isIpAddress, isUrl } from './values.ts'

test('a moment is read to the instant that the standard library reads', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
      assert.deepEqual(readMoment(date.toISOString()), { offset: true, epochMs: date.getTime() })
    }),
  )
  assert.equal(readMoment('2024-01-01T00:00:00+05:30')?.epochMs, Date.parse('2023-12-31T18:30:00Z'))
  assert.equal(readMoment('2024-01-01T00:00:00-00:30')?.epochMs, Date.parse('2024-01-01T00:30:00Z'))
  assert.equal(readMoment('2024-01-01T24:00:00Z')?.epochMs, Date.parse('2024-01-02T00:00:00Z'))
  assert.equal(readMoment('2024-01-01T00:00:00.123456789Z')?.epochMs, Date.parse('2024-01-01T00:00:00.123Z'))
})

test('a moment without an offset says so', () => {
  assert.equal(readMoment('2024-01-01T00:00:00')?.offset, false)
  assert.equal(readMoment('2024-01-01'), undefined)
})

test('a day begins where the sun rises first, unless it names its zone', () => {
  assert.equal(dateBegins('2024-01-02'), Date.parse('2024-01-01T10:00:00Z'))
  assert.equal(dateBegins('2024-01-02Z'), Date.parse('2024-01-02T00:00:00Z'))
  assert.equal(dateBegins('2024-01-02-05:00'), Date.parse('2024-01-02T05:00:00Z'))
})

test('addresses are IPv4, IPv6 or mapped, and nothing around them', () => {
  for (const ip of ['192.0.2.1', '2001:db8::1', '::ffff:192.0.2.1', '::', '10.0.0.1'])
    assert.ok(isIpAddress(ip), ip)
  for (const ip of ['', '192.0.2.1 ', '192.0.2.256', '192.0.2.1/24', 'fe80::1%0', '[::1]', '0x7f.1'])
    assert.ok(!isIpAddress(ip), ip)
})

test('a URL may lack its scheme and may not hold white space', () => {
  for (const url of [
    'https://example.com/a?b=c#d',
    'example.com',
    'bad1.example.com',
    'example.com/a/b',
    'app://item/1',
    'https://b\u00fccher.example/',
  ])
    assert.ok(isUrl(url), url)
  for (const url of ['https://', 'http://[::1', 'a b', 'https://example.com/\n', '\u00a0example.com', '://x'])
    assert.ok(!isUrl(url), url)
})

test('an e-mail address has one local part of at most 64 characters and a domain without gaps', () => {
  const local = 'x'.repeat(64)
  for (const email of [
    'a@example.com',
    `${local}@example.com`,
    'a+b@example.co.uk',
    '"a b"@example.com',
    'a@[192.0.2.1]',
    'j\u00f6rg@b\u00fccher.example',
    'a@localhost',
  ])
    assert.ok(isEmail(email), email)
  for (const email of [
    '',
    'a',
    '@',
    'a@',
    '@example.com',
    'a b@example.com',
    `${local}x@example.com`,
    'a@b@example.com',
    'a@.example.com',
    'a@example.com.',
    'a@exa mple.com',
    'a@example.com ',
  ])
    assert.ok(!isEmail(email), email)
})
