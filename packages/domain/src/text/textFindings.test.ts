import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { arbitraryReport, emptyFile, emptyParty, reportWith } from '../identifiers/reports.fixture.ts'
import { mentionsIn } from './mentions.ts'
import { segwitHolds } from './payments.ts'
import { placeHintsIn } from './placeHints.ts'
import { stanceAt } from './sentences.ts'
import { textFindings } from './textFindings.ts'

const mentioned = (text: string) =>
  mentionsIn(text, 'Example Provider').map(({ kind, value }) => `${kind} ${value}`)
const placed = (text: string) =>
  placeHintsIn(text)
    .filter(({ stance }) => stance === 'stated')
    .map(({ city, region, country, postalCode }) =>
      [city, region, country, postalCode].filter(Boolean).join(' '),
    )

test('a passage yields the identifiers a reader would mark in it', () => {
  assert.deepEqual(
    mentioned(
      'Contact: freetext@example.org, (202) 555-0142, 198.51.100.77, https://example.com/profile/a. Pay $synthetic17!',
    ),
    [
      'email freetext@example.org',
      'phone +12025550142',
      'ip 198.51.100.77',
      'url https://example.com/profile/a',
      'payment cash-app:synthetic17',
    ],
  )
})

test('a name belongs to the platform it is given for, else to the one that reports', () => {
  assert.deepEqual(mentioned('snap: synthetic.17'), ['screenName snapchat:synthetic.17'])
  assert.deepEqual(mentioned('my insta is synthetic_17'), ['screenName instagram:synthetic_17'])
  assert.deepEqual(mentioned('mi insta es synthetic_17'), ['screenName instagram:synthetic_17'])
  assert.deepEqual(mentioned('Username: synthetic17'), ['screenName example-provider:synthetic17'])
})

test('ordinary words, amounts, times and private addresses are no identifiers', () => {
  for (const text of [
    'my snap is private',
    'it costs $100 at 12:30:45',
    'version 1.2.3.4.5',
    '192.168.0.1',
    'shares of $ABC',
    '2026-01-14',
  ]) {
    assert.deepEqual(mentioned(text), [], text)
  }
})

test('a Bitcoin address is one only while its checksum holds', () => {
  // Published test vectors of BIP 173 and BIP 350.
  assert.equal(segwitHolds('bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'), true)
  assert.equal(segwitHolds('bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0'), true)
  assert.equal(segwitHolds('bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5'), false)
})

test('a place is read alike in English and in Spanish', () => {
  assert.deepEqual(placed('The user lives in New Mexico.'), ['NM US'])
  assert.deepEqual(placed('El usuario vive en Nuevo México.'), ['NM US'])
  assert.deepEqual(placed('She moved to Canada.'), ['CA'])
  assert.deepEqual(placed('Reside en España.'), ['ES'])
  assert.deepEqual(placed('Zip code: 45402'), ['US 45402'])
  assert.deepEqual(placed('Código postal: 45402'), ['US 45402'])
})

test('a city stands with its state, by code or by name', () => {
  assert.deepEqual(placed('Address 1 Example Street, Dayton, OH 45402.'), ['Dayton OH US 45402'])
  assert.deepEqual(placed('She lives in Dayton, Ohio.'), ['Dayton OH US'])
  assert.deepEqual(placed('Las Vegas, Nevada'), ['Las Vegas NV US'])
  assert.deepEqual(placed('yes, in the morning, or later, me too'), [])
})

test('a denied place is no fact, and neither is a quoted one', () => {
  for (const text of [
    'She does not live in Ohio',
    "He doesn't live in Ohio",
    'No vive en Ohio',
    'Nunca vivió, ni vive en Ohio',
    'They wrote "I live in Ohio"',
    '> lives in Ohio',
  ]) {
    assert.deepEqual(placed(text), [], text)
  }
  assert.deepEqual(placed('He does not live in Ohio but lives in Utah'), ['UT US'])
  assert.deepEqual(placed('No answer yet. Lives in Ohio.'), ['OH US'])
})

test('quotation reaches from its opening mark to its closing one', () => {
  const text = 'a "b" c “d” e'
  assert.equal(stanceAt(text, text.indexOf('b')), 'quoted')
  assert.equal(stanceAt(text, text.indexOf('c')), 'stated')
  assert.equal(stanceAt(text, text.indexOf('d')), 'quoted')
  assert.equal(stanceAt(text, text.indexOf('e')), 'stated')
})

test('a school is read by its name, in both languages', () => {
  assert.deepEqual(
    placeHintsIn('Attends Example Middle School.').map(({ school }) => school),
    ['Example Middle School'],
  )
  assert.deepEqual(
    placeHintsIn('asiste a la Escuela Primaria Ejemplo.').map(({ school }) => school),
    ['Escuela Primaria Ejemplo'],
  )
})

const points = (text: string) => placeHintsIn(text).map(({ latitude, longitude }) => [latitude, longitude])

test('coordinates are read with and without their labels, and only where they can be on the globe', () => {
  assert.deepEqual(points('Recent GPS Data: Lat./Long.: 39.7589, -84.1916'), [[39.7589, -84.1916]])
  assert.deepEqual(points('at 39.7589,-84.1916'), [[39.7589, -84.1916]])
  assert.deepEqual(points('at 99.7589,-84.1916'), [])
})

test('what text yields is derived, of low confidence, and says where it was read', () => {
  const report = reportWith({
    parties: [emptyParty('child', { profileBio: 'lives in Ohio, mail a@example.com' })],
  })
  const findings = textFindings(report)
  assert.deepEqual(
    findings.map(({ kind, about, confidence, value }) => [kind, about, confidence, value.words, value.role]),
    [
      ['text identifier', '/parties/0/profileBio', 'low', 'a@example.com', 'child'],
      ['text place', '/parties/0/profileBio', 'low', 'lives in Ohio', 'child'],
    ],
  )
})

test('a text of megabytes is read in one go, without the rules running away', () => {
  const hostile = [
    'a'.repeat(300_000),
    '1.'.repeat(150_000),
    '@'.repeat(300_000),
    'A '.repeat(150_000),
    ':'.repeat(300_000),
    '"'.repeat(300_000),
  ]
  for (const text of hostile) {
    const report = reportWith({ files: [emptyFile('f', { additionalInfo: [text] })] })
    assert.ok(Array.isArray(textFindings(report)))
  }
})

test('whatever a report holds, its text findings are unique and can be stored', () => {
  fc.assert(
    fc.property(arbitraryReport, (report) => {
      const findings = textFindings(report)
      assert.equal(new Set(findings.map(({ key }) => key)).size, findings.length)
      for (const finding of findings) {
        const text = JSON.stringify(finding)
        assert.ok(!text.includes('\\u0000') && !/\\ud[89a-f]/i.test(text), text)
      }
    }),
  )
})
