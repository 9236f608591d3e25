import assert from 'node:assert/strict'
import { isIP } from 'node:net'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatAddress, normalAddress, parseAddress } from './address.ts'
import { addressIdentifies, addressScope } from './addressScope.ts'

const scopeOf = (given: string) => {
  const address = parseAddress(given)
  assert.ok(address, given)
  return addressScope(address)
}

const identifies = (given: string) => addressIdentifies(parseAddress(given) ?? { version: 4, bits: 0n })

test('an IPv6 address is shortened as RFC 5952 has it', () => {
  const cases = {
    '2001:0DB8:0000:0000:0000:0000:0000:0001': '2001:db8::1',
    '2001:db8:0:1:1:1:1:1': '2001:db8:0:1:1:1:1:1',
    '2001:db8:0:0:1:0:0:1': '2001:db8::1:0:0:1',
    '2001:0:0:1:0:0:0:1': '2001:0:0:1::1',
    '::': '::',
    '[2001:DB8::5]': '2001:db8::5',
    'fe80::1%eth0': 'fe80::1',
    '2001:db8::': '2001:db8::',
    '64:ff9b::192.0.2.1': '64:ff9b::c000:201',
  }
  for (const [given, wanted] of Object.entries(cases)) {
    assert.equal(normalAddress(given), wanted, given)
  }
})

test('an IPv4-mapped address is the IPv4 address it maps', () => {
  assert.equal(normalAddress('::ffff:192.0.2.9'), '192.0.2.9')
  assert.equal(normalAddress('::FFFF:c000:209'), '192.0.2.9')
})

test('what is no address has no normal form', () => {
  for (const given of [
    '',
    '192.0.2',
    '192.0.2.256',
    '192.0.02.1',
    '1.2.3.4.5',
    ':::',
    '1::2::3',
    '2001:db8',
    '12:30:45',
    'g::1',
    '1:2:3:4:5:6:7:8:9',
  ]) {
    assert.equal(normalAddress(given), undefined, given)
  }
})

test('every IPv4 and IPv6 address is read, and its canonical text reads as the same address', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (given) => {
      const address = parseAddress(given)
      assert.ok(address, given)
      const text = formatAddress(address)
      assert.notEqual(isIP(text), 0)
      assert.deepEqual(parseAddress(text), address)
      assert.equal(normalAddress(text), text)
    }),
  )
})

test('canonical IPv6 text is what the URL standard writes', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }), (bits) => {
      fc.pre(bits >> 32n !== 0xffffn)
      const text = formatAddress({ version: 6, bits })
      assert.equal(new URL(`http://[${text}]/`).hostname, `[${text}]`)
    }),
  )
})

test('any text at all is read without throwing', () => {
  fc.assert(fc.property(fc.string(), (given) => void normalAddress(given)))
})

test('documentation, private and carrier addresses are told apart from global ones', () => {
  assert.equal(scopeOf('192.0.2.255'), 'documentation')
  assert.equal(scopeOf('2001:db8:ffff::1'), 'documentation')
  assert.equal(scopeOf('192.0.3.0'), 'global')
  assert.equal(scopeOf('10.255.0.1'), 'private')
  assert.equal(scopeOf('172.32.0.1'), 'global')
  assert.equal(scopeOf('100.127.255.255'), 'carrier')
  assert.equal(scopeOf('::1'), 'local')
  assert.equal(scopeOf('240.0.0.1'), 'reserved')
})

test('a private address identifies nobody, a documentation address stands for a real one', () => {
  assert.equal(identifies('192.168.1.1'), false)
  assert.equal(identifies('100.64.0.1'), false)
  assert.equal(identifies('198.51.100.7'), true)
})
