import { parts, reportOf, reported } from './broken.ts'
import {
  type Case,
  longer,
  future,
  noOffset,
  inSummary,
  inDetails,
  person,
  account,
  recipient,
  victim,
  capture,
  device,
  location,
  paused,
  closed,
} from './snippets.ts'

/** [element, most characters, a document that holds it], for every documented length. */
const lengths: [string, number, (text: string) => string][] = [
  ['platform', 256, (t) => inSummary(`<platform>${t}</platform>`)],
  ['escalateToHighPriority', 3000, (t) => inSummary(`<escalateToHighPriority>${t}</escalateToHighPriority>`)],
  [
    'incidentDateTimeDescription',
    3000,
    (t) => inSummary('', parts.time, `<incidentDateTimeDescription>${t}</incidentDateTimeDescription>`),
  ],
  ['newsgroup name', 255, (t) => inDetails(`<newsgroupIncident><name>${t}</name></newsgroupIncident>`)],
  ['chatClient', 255, (t) => inDetails(`<chatImIncident><chatClient>${t}</chatClient></chatImIncident>`)],
  [
    'chatRoomName',
    255,
    (t) => inDetails(`<chatImIncident><chatRoomName>${t}</chatRoomName></chatImIncident>`),
  ],
  [
    'gameName',
    255,
    (t) => inDetails(`<onlineGamingIncident><gameName>${t}</gameName></onlineGamingIncident>`),
  ],
  ['console', 255, (t) => inDetails(`<onlineGamingIncident><console>${t}</console></onlineGamingIncident>`)],
  [
    'locationName',
    255,
    (t) => inDetails(`<nonInternetIncident><locationName>${t}</locationName></nonInternetIncident>`),
  ],
  [
    'peer-to-peer client',
    255,
    (t) => inDetails(`<peer2peerIncident><client>${t}</client></peer2peerIncident>`),
  ],
  [
    'agencyName',
    255,
    (t) => reportOf({ details: `<lawEnforcement><agencyName>${t}</agencyName></lawEnforcement>` }),
  ],
  [
    'caseNumber',
    100,
    (t) =>
      reportOf({
        details: `<lawEnforcement><agencyName>A</agencyName><caseNumber>${t}</caseNumber></lawEnforcement>`,
      }),
  ],
  ['firstName', 100, (t) => person(`<firstName>${t}</firstName>`)],
  ['lastName', 100, (t) => person(`<lastName>${t}</lastName>`)],
  ['phone', 50, (t) => person(`<phone>${t}</phone>`)],
  ['street', 255, (t) => person(`<address><address>${t}</address></address>`)],
  ['city', 100, (t) => person(`<address><city>${t}</city></address>`)],
  ['zipCode', 20, (t) => person(`<address><zipCode>${t}</zipCode></address>`)],
  ['nonUsaState', 100, (t) => person(`<address><nonUsaState>${t}</nonUsaState></address>`)],
  ['vehicleDescription', 300, (t) => reported(`<vehicleDescription>${t}</vehicleDescription>`)],
  ['espIdentifier', 255, (t) => reported(`<espIdentifier>${t}</espIdentifier>`)],
  ['espService', 100, (t) => recipient(`<espService>${t}</espService>`)],
  ['screenName', 256, (t) => victim(`<screenName>${t}</screenName>`)],
  ['displayName', 255, (t) => recipient(`<displayName>${t}</displayName>`)],
  ['groupIdentifier', 255, (t) => recipient(`<groupIdentifier>${t}</groupIdentifier>`)],
  ['schoolName', 255, (t) => victim(`<schoolName>${t}</schoolName>`)],
  ['associated platform', 256, (t) => account(`<platform>${t}</platform>`)],
  ['associated firstName', 256, (t) => account(`<firstName>${t}</firstName>`)],
  ['associated middleName', 256, (t) => account(`<middleName>${t}</middleName>`)],
  ['associated lastName', 256, (t) => account(`<lastName>${t}</lastName>`)],
  ['associated espService', 256, (t) => account(`<espService>${t}</espService>`)],
  ['associated espIdentifier', 256, (t) => account(`<espIdentifier>${t}</espIdentifier>`)],
  ['associated screenName', 256, (t) => account(`<screenName>${t}</screenName>`)],
  ['associated displayName', 255, (t) => account(`<displayName>${t}</displayName>`)],
  ['associated groupIdentifier', 256, (t) => account(`<groupIdentifier>${t}</groupIdentifier>`)],
  ['idType', 255, (t) => device(t, 'x')],
  ['idValue', 2083, (t) => device('x', t)],
  ['location city', 255, (t) => location(`<city>${t}</city><countryCode>CA</countryCode>`)],
  ['location region', 255, (t) => location(`<region>${t}</region><countryCode>CA</countryCode>`)],
]
const tooLong: Case[] = lengths.map(([name, most, document]) => [
  `${name} of ${most + 1} characters`,
  'length',
  document(longer(most)),
])
/** The same elements filled to the last character: to be taken. */
export const longestDocuments: readonly { name: string; document: string }[] = lengths.flatMap(
  ([name, most, document]) => [
    { name: `${name} of ${most} characters`, document: document('x'.repeat(most)) },
    // A character outside the basic plane is one character, and two units of a JavaScript string.
    { name: `${name} of ${most} characters of four bytes`, document: document('\u{1f40e}'.repeat(most)) },
  ],
)

const blank: Case[] = [
  ['a blank escalation', 'non-blank', inSummary('<escalateToHighPriority> </escalateToHighPriority>')],
  ['an empty escalation', 'non-blank', inSummary('<escalateToHighPriority/>')],
  ['a blank network address', 'non-blank', capture('', '')],
  ['a blank device type', 'non-blank', device(' ', 'x')],
  ['a blank device id', 'non-blank', device('x', '')],
]

const moments: [string, (moment: string) => string][] = [
  ['the incident', (m) => inSummary('', `<incidentDateTime>${m}</incidentDateTime>`)],
  ['a network event', (m) => capture(`<dateTime>${m}</dateTime>`)],
  ['a device', (m) => device('x', 'y', `<dateTime>${m}</dateTime>`)],
  [
    'the verification of an e-mail',
    (m) => person(`<email verified="true" verificationDate="${m}">a@example.com</email>`),
  ],
  [
    'the verification of a phone',
    (m) => person(`<phone verified="true" verificationDate="${m}">555-0100</phone>`),
  ],
  ['an estimated location', (m) => location('<countryCode>CA</countryCode>', ` timestamp="${m}"`)],
  ['a temporary closing', (m) => paused(`disabledDate="${m}"`)],
  ['the notice of a temporary closing', (m) => paused(`userNotifiedDate="${m}"`)],
  ['a closing for good', (m) => closed(`disabledDate="${m}"`)],
  ['the notice of a closing for good', (m) => closed(`userNotifiedDate="${m}"`)],
]
const wrongMoments: Case[] = moments.flatMap(([name, document]): Case[] => [
  [`${name} in the future`, 'past', document(future)],
  [`${name} without an offset`, 'timezone-required', document(noOffset)],
])
const wrongDates: Case[] = [
  ['a birth in the future', 'past', person('<dateOfBirth>2199-01-01</dateOfBirth>')],
  ['an associated birth in the future', 'past', account('<dateOfBirth>2199-01-01</dateOfBirth>')],
  ['a re-enabling without an offset', 'timezone-required', paused(`reenabledDate="${noOffset}"`)],
]

const ranges: Case[] = [
  ['port 0', 'range', capture('<port>0</port>')],
  ['port 65536', 'range', capture('<port>65536</port>')],
  ['a negative port', 'range', capture('<port>-1</port>')],
  ['an age of 151', 'range', person('<age>151</age>')],
  ['a negative age', 'range', person('<age>-1</age>')],
  ['an associated age of 151', 'range', account('<approximateAge>151</approximateAge>')],
]

const addresses: Case[] = [
  '192.0.2.256',
  '192.0.2',
  'example.com',
  '2001:db8::g',
  '192.0.2.1:80',
  ' 192.0.2.1',
  'fe80::1%eth0',
].map((ip): Case => [`the network address "${ip}"`, 'ip', capture('', ip)])
const urls: Case[] = ['https://example.com/a b', ' https://example.com/', 'https://', 'http://[::1'].map(
  (url): Case => [
    `the URL "${url}"`,
    'url',
    inDetails(`<webPageIncident><url>${url}</url></webPageIncident>`),
  ],
)
const urlElsewhere: Case[] = [
  ['a profile with white space', 'url', reported('<profileUrl>a b</profileUrl>')],
  [
    'a legal URL with white space',
    'url',
    reportOf({ reporter: parts.reporter.replace('</reporter>', '<legalURL>a b</legalURL></reporter>') }),
  ],
  ['an associated profile with white space', 'url', account('<profileUrl>a b</profileUrl>')],
  [
    'a URL of 2084 characters',
    'length',
    inDetails(`<webPageIncident><url>https://example.com/${'x'.repeat(2064)}</url></webPageIncident>`),
  ],
]
const emails: Case[] = [
  'user',
  'user@',
  '@example.com',
  'a b@example.com',
  'user@example..com',
  `${longer(64)}@example.com`,
].map((email): Case => [`the e-mail "${email.slice(0, 30)}"`, 'email', person(`<email>${email}</email>`)])

/** Reports with one value that its documented rule does not take. */
export const wrongValues: readonly Case[] = [
  ...tooLong,
  ...blank,
  ...wrongMoments,
  ...wrongDates,
  ...ranges,
  ...addresses,
  ...urls,
  ...urlElsewhere,
  ...emails,
]
