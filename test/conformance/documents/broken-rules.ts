import { type BrokenDocument, invalid, parts, reportOf, reported } from './broken.ts'
import { wrongValues } from './broken-values.ts'
import {
  type Case,
  future,
  inDetails,
  person,
  account,
  recipient,
  capture,
  location,
  paused,
  closed,
  inBatch,
} from './snippets.ts'

const disabledFrom = 'disabledDate="2024-01-02T00:00:00Z"'
const order: Case[] = [
  [
    'notice before a temporary closing',
    'notified-after-disabled',
    paused(`${disabledFrom} userNotifiedDate="2024-01-01T23:59:59Z"`),
  ],
  [
    'notice before a closing for good',
    'notified-after-disabled',
    closed(`${disabledFrom} userNotifiedDate="2024-01-02T00:59:59+01:00"`),
  ],
  [
    're-enabled when closed',
    'reenabled-after-disabled',
    paused(`${disabledFrom} reenabledDate="2024-01-02T00:00:00Z"`),
  ],
  [
    're-enabled before closed',
    'reenabled-after-disabled',
    paused(`${disabledFrom} reenabledDate="2024-01-01T00:00:00Z"`),
  ],
]

const verification: Case[] = [
  [
    'an e-mail verified at a time and not verified',
    'verified-with-date',
    person('<email verified="false" verificationDate="2024-01-01T00:00:00Z">a@example.com</email>'),
  ],
  [
    'an e-mail verified at a time and not said to be',
    'verified-with-date',
    person('<email verificationDate="2024-01-01T00:00:00Z">a@example.com</email>'),
  ],
  [
    'a phone verified at a time and not said to be',
    'verified-with-date',
    person('<phone verificationDate="2024-01-01T00:00:00Z">555-0100</phone>'),
  ],
  [
    'a phone that repeats its calling code',
    'phone-without-calling-code',
    person('<phone countryCallingCode="+1">+1 555-0100</phone>'),
  ],
  ['an extension of 11 digits', 'length', person('<phone extension="12345678901">555-0100</phone>')],
]

const locations: Case[] = [
  ['a location without a country', 'country-not-blank', location('<city>Springfield</city>')],
  ['an empty location', 'country-not-blank', location('')],
  ['a location with a blank country', 'country-not-blank', location('<countryCode/>')],
  [
    'a US region that is no state',
    'us-region',
    location('<region>Illinois</region><countryCode>US</countryCode>'),
  ],
  ['a US region in lower case', 'us-region', location('<region>il</region><countryCode>US</countryCode>')],
  [
    'a US city without a state',
    'us-region',
    location('<city>Springfield</city><countryCode>US</countryCode>'),
  ],
  [
    'a US city with a blank state',
    'us-region',
    location('<city>Springfield</city><region/><countryCode>US</countryCode>'),
  ],
]

const parties: Case[] = [
  [
    'two reported persons',
    'one-reported-person',
    reportOf({ rest: '<personOrUserReported/><personOrUserReported/>' }),
  ],
  [
    'an incident e-mail of nobody',
    'incident-email-must-be-a-party',
    inDetails('<emailIncident><emailAddress>a@example.com</emailAddress></emailIncident>'),
  ],
  [
    'a newsgroup e-mail of nobody',
    'incident-email-must-be-a-party',
    inDetails('<newsgroupIncident><emailAddress>a@example.com</emailAddress></newsgroupIncident>'),
  ],
  [
    'an incident e-mail of the reporter only',
    'incident-email-must-be-a-party',
    inDetails('<emailIncident><emailAddress>reporter@example.com</emailAddress></emailIncident>'),
  ],
]

const batched: Case[] = [
  [
    'a batch with an escalation',
    'batched-report-elements',
    inBatch({
      summary: `<incidentSummary>${parts.type}<escalateToHighPriority>x</escalateToHighPriority>${parts.time}</incidentSummary>`,
    }),
  ],
  [
    'a batch with internet details',
    'batched-report-elements',
    inBatch({ details: '<internetDetails><webPageIncident/></internetDetails>' }),
  ],
  [
    'a batch with law enforcement',
    'batched-report-elements',
    inBatch({ details: '<lawEnforcement><agencyName>A</agencyName></lawEnforcement>' }),
  ],
  ['a batch with a recipient', 'batched-report-elements', inBatch({ rest: '<intendedRecipient/>' })],
  ['a batch with a victim', 'batched-report-elements', inBatch({ rest: '<victim><victimPerson/></victim>' })],
  [
    'a batch with additional information',
    'batched-report-elements',
    inBatch({ rest: '<additionalInfo>x</additionalInfo>' }),
  ],
  [
    'a batch with a screen name',
    'batched-report-elements',
    inBatch({
      rest: '<personOrUserReported><espIdentifier>a</espIdentifier><screenName>b</screenName></personOrUserReported>',
    }),
  ],
  [
    'a batch with a person',
    'batched-report-elements',
    inBatch({ rest: '<personOrUserReported><personOrUserReportedPerson/></personOrUserReported>' }),
  ],
]

/** Reports that fit the schema and break one documented rule each: 4100. */
export const ruleBreakingReports: readonly BrokenDocument[] = [
  ...wrongValues,
  ...order,
  ...verification,
  ...locations,
  ...parties,
  ...batched,
].map(([name, rule, document]) => invalid(name, rule, document))

/** A report that names an earlier report which does not exist; checked only where ids can be looked up. */
export const missingPriorReport = (missingId: string): BrokenDocument[] => [
  invalid(
    'an earlier report that does not exist',
    'prior-report',
    reported(`<priorCTReports>${missingId}</priorCTReports>`),
  ),
  invalid(
    'an associated earlier report that does not exist',
    'prior-report',
    account(`<priorCTReport>${missingId}</priorCTReport>`),
  ),
]

/** Reports at the edge of a rule, and to be taken. */
export const reportsAtTheEdge: readonly { name: string; document: string }[] = [
  {
    name: 'a URL without a scheme',
    document: inDetails('<webPageIncident><url>bad1.example.com</url></webPageIncident>'),
  },
  { name: 'a blank URL', document: inDetails('<webPageIncident><url/></webPageIncident>') },
  {
    name: 'a latitude beyond the pole',
    document: inDetails(
      '<cellPhoneIncident><latitude>-123.456</latitude><longitude>NaN</longitude></cellPhoneIncident>',
    ),
  },
  {
    name: 'no e-mail of the reporter',
    document: reportOf({ reporter: '<reporter><reportingPerson/></reporter>' }),
  },
  {
    name: 'approximate age with a date of birth',
    document: account('<approximateAge>30</approximateAge><dateOfBirth>1990-01-01</dateOfBirth>'),
  },
  {
    name: 'age with a date of birth',
    document: person('<age>30</age><dateOfBirth>1990-01-01</dateOfBirth>'),
  },
  { name: 'a private network address', document: capture('', '10.0.0.1') },
  { name: 'an IPv4-mapped address', document: capture('', '::ffff:192.0.2.1') },
  { name: 'port 65535', document: capture('<port>65535</port>') },
  { name: 'port 1', document: capture('<port>1</port>') },
  { name: 're-enabling in the future', document: paused(`${disabledFrom} reenabledDate="${future}"`) },
  {
    name: 'notice at the closing',
    document: paused(`${disabledFrom} userNotifiedDate="2024-01-02T01:00:00+01:00"`),
  },
  {
    name: 'a US territory that the state type lacks',
    document: location('<city>Pago Pago</city><region>AS</region><countryCode>US</countryCode>'),
  },
  { name: 'a US location by country alone', document: location('<countryCode>US</countryCode>') },
  {
    name: 'every kind of incident, empty',
    document: reportOf({
      details: [
        'webPage',
        'email',
        'newsgroup',
        'chatIm',
        'onlineGaming',
        'cellPhone',
        'nonInternet',
        'peer2peer',
      ]
        .map((kind) => `<internetDetails><${kind}Incident/></internetDetails>`)
        .join(''),
    }),
  },
  {
    name: 'an incident e-mail of a victim, in other case',
    document: reportOf({
      details:
        '<internetDetails><emailIncident><emailAddress>Child@Example.com</emailAddress></emailIncident></internetDetails>',
      rest: '<victim><victimPerson><email>child@example.com</email></victimPerson></victim>',
    }),
  },
  {
    name: 'a batch with three persons',
    document: inBatch({
      rest: '<personOrUserReported><espIdentifier>a</espIdentifier></personOrUserReported>'.repeat(3),
    }),
  },
  {
    name: 'several texts of one recipient',
    document: recipient('<additionalInfo>a</additionalInfo><additionalInfo>b</additionalInfo>'),
  },
]

/** A report of a viral batch that is to be taken. */
export const validBatchedReport: string = inBatch({
  rest: '<personOrUserReported><espIdentifier>a</espIdentifier></personOrUserReported>',
})
