import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { normalAccount, normalScreenName } from './normalAccount.ts'
import { imeiCheckDigit, normalDevice, parseImei } from './normalDevice.ts'
import { normalDomain, normalEmail } from './normalEmail.ts'
import { normalHash } from './normalHash.ts'
import { normalPhone } from './normalPhone.ts'
import { normalUrl } from './normalUrl.ts'
import { profileAccount } from './profileUrls.ts'
import { slug } from './slug.ts'

const words = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.emailAddress(),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
)

/** A normal form is total, and a fixed point of itself. */
const holdsFor = (form: (given: string) => string | undefined) =>
  fc.assert(
    fc.property(words, (given) => {
      const once = form(given)
      if (once !== undefined) assert.equal(form(once), once)
    }),
    { numRuns: 500 },
  )

test('the normal form of an e-mail address is a fixed point', () => holdsFor(normalEmail))
test('the normal form of a domain is a fixed point', () => holdsFor(normalDomain))
test('the normal form of a web address is a fixed point', () => holdsFor(normalUrl))
test('the word of a platform name is a fixed point', () => holdsFor(slug))
test('the normal form of a phone number is a fixed point', () => {
  const digits = fc.tuple(
    fc.constantFrom('', '+', '+1', '011', '00'),
    fc.stringMatching(/^[0-9 ().-]{5,16}$/),
  )
  fc.assert(
    fc.property(digits, ([prefix, rest]) => {
      const once = normalPhone({ number: `${prefix}${rest}` })
      if (once !== undefined) assert.equal(normalPhone({ number: once }), once)
    }),
  )
})
test('the normal form of a digest is a fixed point', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9a-fA-F]{32}$|^[0-9a-fA-F]{40}$|^[0-9a-fA-F]{64}$/), (given) => {
      const once = normalHash(given)
      assert.ok(once)
      assert.equal(normalHash(once.slice(once.indexOf(':') + 1)), once)
      assert.equal(normalHash(given.toUpperCase()), once)
    }),
  )
})
test('the normal form of a device id is a fixed point', () => {
  fc.assert(
    fc.property(fc.constantFrom('IMEI', 'MAC', 'IDFA', 'Serial'), fc.string(), (type, given) => {
      const once = normalDevice(type, given)
      if (once === undefined) return
      const colon = once.indexOf(':')
      assert.equal(normalDevice(once.slice(0, colon), once.slice(colon + 1)), once)
    }),
  )
})
test('the normal form of a screen name is a fixed point', () =>
  holdsFor((given) => normalScreenName({ provider: 'p' }, given)?.slice(2)))

test('an e-mail address loses its case, its brackets and its link scheme, and nothing else', () => {
  assert.equal(normalEmail('  Synthetic.Person+Tag@EXAMPLE.com '), 'synthetic.person+tag@example.com')
  assert.equal(normalEmail('mailto:a@example.org'), 'a@example.org')
  assert.equal(normalEmail('Synthetic Person <a@example.org>'), 'a@example.org')
})
test('dots and tags are dropped only where the host documents that they do not matter', () => {
  // Gmail addresses have six letters or more, so this one is nobody's.
  assert.equal(normalEmail('A.B+c@googlemail.com'), 'ab@gmail.com')
  assert.equal(normalEmail('a.b+c@example.com'), 'a.b+c@example.com')
})
test('an international domain becomes ASCII', () => {
  assert.equal(normalEmail('a@bücher.example'), 'a@xn--bcher-kva.example')
})
test('what is no e-mail address has no normal form', () => {
  for (const given of [
    '',
    '@',
    'a@',
    '@example.com',
    'a@localhost',
    'a b@example.com',
    'a..b@example.com',
    'a@exa mple.com',
    'a@192.0.2.1',
  ]) {
    assert.equal(normalEmail(given), undefined, given)
  }
})

test('a phone number becomes E.164 by its plus, its calling code or its American shape', () => {
  assert.equal(normalPhone({ number: '(202) 555-0142' }), '+12025550142')
  assert.equal(normalPhone({ number: '1-202-555-0142' }), '+12025550142')
  assert.equal(normalPhone({ number: '011 44 20 7946 0958' }), '+442079460958')
  assert.equal(normalPhone({ number: '20 7946 0958', countryCallingCode: '+44' }), '+442079460958')
  assert.equal(normalPhone({ number: '+1 555-0100-123' }), '+15550100123')
})
test('a number whose country cannot be told has no normal form', () => {
  for (const number of ['5550142', '20 7946 0958', '', 'N/A', '+', '+0 000'])
    assert.equal(normalPhone({ number }), undefined, number)
})

test('a web address keeps path and case, and loses scheme, tracking and fragment', () => {
  assert.equal(
    normalUrl('HTTP://User:secret@Example.COM:80/Path/?b=2&utm_source=x&a=1#top'),
    'https://example.com/Path?b=2&a=1',
  )
  assert.equal(normalUrl('example.com/a'), 'https://example.com/a')
  assert.equal(normalUrl('example.com:8080/a'), 'https://example.com:8080/a')
  for (const given of ['ftp://example.com/', 'javascript:alert(1)', 'nodots', '', 'a b'])
    assert.equal(normalUrl(given), undefined, given)
})

test('a profile address names its account, and a page of the platform names none', () => {
  assert.deepEqual(profileAccount('https://www.instagram.com/Synthetic_17/'), {
    kind: 'screenName',
    value: 'instagram:synthetic_17',
  })
  assert.deepEqual(profileAccount('https://discord.com/users/100000000000000017'), {
    kind: 'account',
    value: 'discord:100000000000000017',
  })
  assert.deepEqual(profileAccount('https://cash.app/$Synthetic17'), {
    kind: 'payment',
    value: 'cash-app:synthetic17',
  })
  assert.deepEqual(profileAccount('https://wa.me/12025550142'), { kind: 'phone', value: '+12025550142' })
  assert.equal(profileAccount('https://instagram.com/explore'), undefined)
  assert.equal(profileAccount('https://example.com/Synthetic_17'), undefined)
})

test('a digest of the wrong length and the digest of the empty file identify nothing', () => {
  assert.equal(normalHash('ab', 'MD5'), undefined)
  assert.equal(normalHash('d41d8cd98f00b204e9800998ecf8427e'), undefined)
  assert.equal(normalHash('A'.repeat(40), 'SHA-1'), `sha1:${'a'.repeat(40)}`)
  assert.equal(normalHash('1,2,3', 'PhotoDNA'), 'photodna:1,2,3')
})

test('an IMEI has its check digit completed, and one that fails is kept apart', () => {
  assert.equal(imeiCheckDigit('49015420323751'), 8)
  assert.deepEqual(parseImei('49-015420-323751-8'), { imei: '490154203237518', check: 'holds' })
  assert.equal(normalDevice('IMEI', '49015420323751'), 'imei:490154203237518')
  assert.equal(normalDevice('imei', '490154203237517'), 'imei-unchecked:490154203237517')
  assert.equal(normalDevice('IMEI', '4901542032375123'), 'imei:490154203237518')
})
test('an id of zeros is what a device gives when its user opted out', () => {
  assert.equal(normalDevice('IDFA', '00000000-0000-0000-0000-000000000000'), undefined)
  assert.equal(normalDevice('MAC', '02:00:5E:10:00:FF'), 'mac:02005e1000ff')
})

test('an account id keeps its case, needs its platform, and is not another service’s', () => {
  assert.equal(normalAccount({ provider: 'Example Provider, Inc.' }, ' AbC '), 'example-provider:AbC')
  assert.equal(
    normalAccount({ provider: 'Example Provider', service: 'Chat' }, 'AbC'),
    'example-provider/chat:AbC',
  )
  assert.equal(normalAccount({}, 'AbC'), undefined)
  assert.equal(normalScreenName({ provider: 'Example Provider' }, '@AbC'), 'example-provider:abc')
})
