/** Synthetic answers of the shapes of the contract. */
import {
  emptyReport,
  type Party,
  type QueueFacets,
  type QueuePage,
  type QueueRow,
  type SessionView,
  type TipDetail,
  type UnknownEntry,
} from '@opentipline/contract'

const agency = { agencyId: 'wi', name: 'Wisconsin Example Unit', kind: 'task force', area: 'WI' } as const
const center = { agencyId: 'center', name: 'Example Clearinghouse', kind: 'clearinghouse' } as const

const signedIn = {
  demo: true,
  locked: false,
  method: 'demonstration',
  provenUntil: '2999-01-01T00:00:00.000Z',
  endsAt: '2999-01-01T00:00:00.000Z',
} as const
export const officer: SessionView = {
  person: { personId: 'p1', name: 'Robin Sample' },
  actingFor: { agency, role: 'officer' },
  memberships: [{ agency, role: 'officer' }],
  ...signedIn,
}
export const analyst: SessionView = {
  person: { personId: 'p2', name: 'Morgan Template' },
  actingFor: { agency: center, role: 'clearinghouse analyst' },
  memberships: [{ agency: center, role: 'clearinghouse analyst' }],
  ...signedIn,
}

export const supervisor: SessionView = {
  person: { personId: 'p3', name: 'Alex Pattern' },
  actingFor: { agency, role: 'agency supervisor' },
  memberships: [{ agency, role: 'agency supervisor' }],
  ...signedIn,
}
export const auditor: SessionView = {
  person: { personId: 'p4', name: 'Sam Model' },
  actingFor: { agency: center, role: 'auditor' },
  memberships: [{ agency: center, role: 'auditor' }],
  ...signedIn,
}

export const row = (number: number, more: Partial<QueueRow> = {}): QueueRow => ({
  tipId: String(number),
  reportId: `10${number}`,
  state: 'open',
  lane: 'work',
  label: 'referral',
  origin: 'reporting-xml',
  provider: 'Example Social',
  incidentType: `Synthetic incident ${number}`,
  place: 'Madison, WI, US',
  band: 'band two',
  risk: { low: 40, high: 90 },
  actionability: { low: 60, high: 60 },
  reasons: [`Synthetic reason ${number}`],
  availableAt: '2026-11-23T10:00:00Z',
  incidentAt: null,
  nextClock: null,
  fileCount: 0,
  unviewedFileCount: 0,
  linkCount: 0,
  heldUntil: null,
  unread: false,
  amended: false,
  ...more,
})

export const page = (rows: QueueRow[], more: Partial<QueuePage> = {}): QueuePage => ({
  rows,
  counts: { work: rows.length },
  policy: { id: 'default', version: 3, name: 'Synthetic policy' },
  ...more,
})

export const facets = (more: Partial<QueueFacets> = {}): QueueFacets => ({
  facets: {
    lane: [{ value: 'work', tips: 3 }],
    provider: [
      { value: 'Example Social', tips: 2 },
      { value: 'Example Chat', tips: 1 },
    ],
    cells: [{ value: '1x3', tips: 3 }],
  },
  matching: 3,
  decidedByDay: [],
  ...more,
})

export const party = (role: Party['role'], more: Partial<Party> = {}): Party => ({
  role,
  associatedAccounts: [],
  statements: {},
  displayNames: [],
  profileUrls: [],
  ipCaptures: [],
  devices: [],
  priorReports: [],
  additionalInfo: [],
  ...more,
})

const standing: UnknownEntry['ifTrue'] = {
  band: 'band two',
  risk: { low: 40, high: 90 },
  actionability: { low: 60, high: 60 },
  lane: 'work',
}

export const tip = (number = 1, more: Partial<TipDetail> = {}): TipDetail => ({
  row: row(number),
  report: {
    ...emptyReport('reporting-xml'),
    parties: [
      party('reported', {
        screenName: 'synthetic_1',
        ipCaptures: [
          { ipAddress: '203.0.113.17', eventName: 'Login', at: '2026-11-20T02:11:09Z', port: 51234 },
        ],
      }),
      party('recipient', { screenName: 'synthetic_2' }),
      party('child', { screenName: 'synthetic_3' }),
    ],
  },
  derived: { findings: [], identifiers: [], places: [], links: [] },
  notes: [],
  assessment: {
    policy: { id: 'default', version: 3, name: 'Synthetic policy' },
    risk: { low: 40, high: 90, band: 'band two' },
    actionability: {
      score: { low: 60, high: 60 },
      parts: [{ part: 'where the child is', state: 'unknown', evidence: [] }],
    },
    label: 'referral',
    labelBecause: 'Synthetic ground',
    lane: 'work',
    why: [
      {
        rule: 'rule-1',
        says: 'Synthetic rule fired',
        points: 25,
        score: 'risk',
        evidence: [{ from: 'report', ref: '/parties/0/ipCaptures/0' }],
        authority: {
          force: 'guidance',
          citation: 'Synthetic source 1',
          date: '2026-01-01',
          status: 'verified',
        },
      },
    ],
    unknown: [
      {
        signal: 'port',
        says: 'Synthetic question?',
        ifTrue: { ...standing, band: 'band one', lane: 'now', place: 3 },
        ifFalse: { ...standing, place: 44 },
        act: 'Synthetic act',
      },
    ],
    signals: [],
  },
  route: { agency: 'wi', because: 'Synthetic routing ground', confidence: 'high', missing: [] },
  alsoWith: [],
  clocks: [],
  decisions: [],
  history: [],
  documents: [],
  unknownFieldCount: 0,
  position: 1,
  ...more,
})
