import { emptyReport, type Party, type Report } from '@opentipline/contract'
import type { DocumentInput } from './facts.ts'

const party = (role: Party['role'], more: Partial<Party> = {}): Party => ({
  role,
  displayNames: [],
  profileUrls: [],
  ipCaptures: [],
  devices: [],
  priorReports: [],
  additionalInfo: [],
  associatedAccounts: [],
  statements: {},
  ...more,
})

/** A synthetic report with a person in each role, an address with a port and one without, and a file of each view state. */
export const documentReport = (): Report => ({
  ...emptyReport('reporting-xml'),
  incident: {
    type: 'Synthetic incident 17',
    annotations: [],
    at: '2026-11-01T10:00:00Z',
    atDescription: 'Synthetic words about the time',
  },
  reporter: { espName: 'Example Social' },
  parties: [
    party('reported', {
      espIdentifier: 'synthetic-user-17',
      screenName: 'synthetic_17',
      person: { emails: [{ address: 'user17@example.com' }], phones: [], addresses: [] },
      ipCaptures: [
        { ipAddress: '203.0.113.17', eventName: 'Login', at: '2026-10-31T22:04:09.25-05:00', port: 51234 },
        { ipAddress: '198.51.100.17', eventName: 'Upload', at: '2026-11-01T09:59:58Z' },
        { ipAddress: '198.51.100.18' },
      ],
    }),
    party('recipient', { screenName: 'synthetic_recipient_17' }),
    party('child', {
      screenName: 'synthetic_child_17',
      person: { emails: [], phones: [{ number: '+1 202 555 0117' }], addresses: [] },
    }),
  ],
  files: (['viewed for this report', 'viewed historically by hash', 'not viewed', 'not stated'] as const).map(
    (viewState, at) => ({
      fileId: `${at}`.repeat(32),
      fileName: `synthetic-${at}.png`,
      viewState,
      annotations: [],
      originalHashes: [],
      ipCaptures: [],
      urls: [],
      devices: [],
      metadata: [],
      additionalInfo: [],
      received: { sizeBytes: 1000 + at, md5: 'x', sha1: 'x', sha256: `${at}`.repeat(64) },
    }),
  ),
})

export const documentInput = (more: Partial<DocumentInput> = {}): DocumentInput => ({
  tipId: '17',
  reportId: '1000017',
  revision: 2,
  report: documentReport(),
  receivedAt: new Date('2026-11-02T08:00:00Z'),
  findings: [],
  clocks: [],
  records: [],
  decision: null,
  letter: null,
  ticks: [],
  gates: ['no warrant needed', 'unsettled', 'warrant needed', 'warrant needed'],
  agencyName: 'Example Unit',
  personName: 'Robin Sample',
  now: new Date('2026-11-22T10:00:00Z'),
  ...more,
})
