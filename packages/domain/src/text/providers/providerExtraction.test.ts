import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Report } from '@opentipline/contract'
import { emptyFile, emptyParty, reportWith } from '../../identifiers/reports.fixture.ts'
import { providerExtraction } from './providerExtraction.ts'

const from = (espName: string, more: Partial<Report>): Report =>
  reportWith({ reporter: { espName }, ...more })
const mentions = (report: Report) =>
  providerExtraction(report).mentions.map(({ role, mention }) => `${role} ${mention.kind} ${mention.value}`)

const meetme = `Registration details from Suspect's MeetMe profile
MeetMe Profile Name: Synthetic Seventeen
MeetMe UserID: 1700017
Zip: 45402
City: Dayton
State: Ohio
Email: synthetic17@example.com
Registration IP: 192.0.2.10
Phone number used to verify account: (202) 555-0142
Recent GPS Data: Lat./Long.: 39.7589, -84.1916
Complete private message correspondence
To: other
2026-01-14 08:30:00 198.51.100.20 (device)`

test('a MeetMe profile is the reported person’s, though it stands in the report’s text', () => {
  const report = from('MeetMe', { additionalInfo: [meetme] })
  assert.deepEqual(mentions(report), [
    'reported screenName meetme:synthetic seventeen',
    'reported account meetme:1700017',
    'reported email synthetic17@example.com',
    'reported ip 192.0.2.10',
    'reported phone +12025550142',
    'reported ip 198.51.100.20',
  ])
  assert.deepEqual(
    providerExtraction(report).hints.map(({ role, hint }) => [role, hint.city, hint.region, hint.postalCode]),
    [['reported', 'Dayton', 'OH', '45402']],
  )
})

test('every mention stands where its offsets say', () => {
  const { mentions: found } = providerExtraction(from('MeetMe', { additionalInfo: [meetme] }))
  const email = found.find(({ mention }) => mention.kind === 'email')?.mention
  assert.equal(meetme.slice(email?.start, email?.end), 'synthetic17@example.com')
})

test('the upload of an Imgur file is told by its event, whatever the case', () => {
  const ipCaptures = [
    { ipAddress: '192.0.2.10', eventName: 'Login', at: '2026-01-01T00:00:00Z' },
    { ipAddress: '192.0.2.10', eventName: 'Upload', at: '2026-01-02T00:00:00Z' },
  ]
  const report = from('Imgur, LLC', { files: [emptyFile('f', { ipCaptures })] })
  assert.deepEqual(
    providerExtraction(report).times.map(({ what, given, path }) => [what, given, path]),
    [['upload', '2026-01-02T00:00:00Z', '/files/0/ipCaptures/1/at']],
  )
})

test('TikTok’s captures at a person are log-ins, also where no event is named; a named one stays what it is', () => {
  const at = '2026-01-14T08:30:00Z'
  const ipCaptures = [
    { ipAddress: '192.0.2.10', at },
    { ipAddress: '192.0.2.10', at, eventName: 'Upload' },
    { ipAddress: '192.0.2.10' },
  ]
  const { times } = providerExtraction(from('TikTok', { parties: [emptyParty('reported', { ipCaptures })] }))
  assert.deepEqual(times, [
    { what: 'login', given: at, about: '/parties/0/ipCaptures/0', path: '/parties/0/ipCaptures/0/at' },
  ])
})

test('the location line of an X profile is a place of that person', () => {
  const report = from('X Corp', {
    parties: [
      emptyParty('reported', {
        additionalInfo: ['Full Name: Synthetic Person\nLocation: Dayton, Ohio\nDescription: text'],
      }),
    ],
  })
  assert.deepEqual(
    providerExtraction(report).hints.map(({ role, hint }) => [role, hint.city, hint.region]),
    [['reported', 'Dayton', 'OH']],
  )
})

test('the sender of a Yahoo e-mail and its addressee are two roles', () => {
  const content = 'Sent Date: 2026-01-14T08:30:00Z\nFrom: a@example.com\nTo: b@example.org, c@example.net\n'
  const report = from('Yahoo! Inc', { internetDetails: [{ kind: 'email', content, additionalInfo: [] }] })
  assert.deepEqual(mentions(report), [
    'reported email a@example.com',
    'recipient email b@example.org',
    'recipient email c@example.net',
  ])
})

test('identifiers that Block puts into text are the reported person’s', () => {
  const report = from('Block, Inc.', { additionalInfo: ['Cashtag $synthetic17, a@example.com'] })
  assert.deepEqual(mentions(report), [
    'reported payment cash-app:synthetic17',
    'reported email a@example.com',
  ])
})

const filed = (text: string) => ({ files: [emptyFile('f', { additionalInfo: [text] })] })

test('a Meta file says when it was uploaded and in which thread, and an upload without an offset names no instant', () => {
  const text = "Messenger Thread ID: 1700017\nUploaded 2026-01-14T08:30:00Z\nFile's unique ESP Identifier: 17"
  const report = from('Facebook', filed(text))
  assert.deepEqual(mentions(report), ['file group facebook/messenger-thread:1700017'])
  const [time] = providerExtraction(report).times
  assert.deepEqual([time?.what, time?.given, time?.about], ['upload', '2026-01-14T08:30:00Z', '/files/0'])
  assert.deepEqual(mentions(from('Instagram, Inc.', filed(text))), mentions(report))
})

test('WhatsApp’s own record in a file’s text is pointed out, and stays', () => {
  const text = '{"report_surface": "synthetic"}'
  const [note] = providerExtraction(from('WhatsApp Inc.', filed(text))).notes
  assert.equal(note?.path, '/files/0/additionalInfo/0')
  assert.match(note.says, /it is no message/)
  assert.deepEqual(providerExtraction(from('WhatsApp Inc.', filed('Synthetic narrative 17'))).notes, [])
})

test('a Visual Search report of Microsoft says that the picture was searched with', () => {
  const person = { lastName: 'Microsoft BingImage', phones: [], emails: [], addresses: [] }
  const report = reportWith({ reporter: { espName: 'Microsoft', person } })
  assert.deepEqual(
    providerExtraction(report).notes.map(({ path }) => path),
    ['/reporter/person/lastName'],
  )
  assert.deepEqual(providerExtraction(from('Microsoft', {})).notes, [])
})

test('a name that Reddit gives in a text is a Reddit account of nobody’s role', () => {
  const report = from('Reddit', {
    additionalInfo: ['The post by u/synthetic_17 was removed.'],
    internetDetails: [{ kind: 'webPage', urls: [], additionalInfo: ['Text: seen by /u/other-17'] }],
  })
  assert.deepEqual(mentions(report), [
    'incident screenName reddit:synthetic_17',
    'incident screenName reddit:other-17',
  ])
})

test('another provider’s habits are not read into a report', () => {
  const report = from('Example Provider', { additionalInfo: [meetme, 'Cashtag $synthetic17'] })
  assert.deepEqual(providerExtraction(report), { mentions: [], hints: [], times: [], notes: [] })
})
