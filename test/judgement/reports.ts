import { emptyReport, type Party, type PlaceFact, type Report, type ReportFile } from '@opentipline/contract'
import type { Facts } from '@opentipline/domain'

/** Building blocks of the vignettes: synthetic and neutral. */

export const enticementType = 'Online Enticement of Children for Sexual Acts'
const possessionType = 'Child Pornography (possession, manufacture, and distribution)'

const party = (role: Party['role'], more: Partial<Party>): Party => ({
  role,
  associatedAccounts: [],
  displayNames: [],
  profileUrls: [],
  ipCaptures: [],
  devices: [],
  priorReports: [],
  additionalInfo: [],
  statements: {},
  ...more,
})

const file = (index: number, more: Partial<ReportFile>): ReportFile => ({
  fileId: index.toString(16).padStart(32, '0'),
  received: { sizeBytes: 64, md5: '', sha1: '', sha256: '' },
  viewState: 'not stated',
  annotations: [],
  originalHashes: [],
  ipCaptures: [],
  urls: [],
  devices: [],
  metadata: [],
  additionalInfo: [],
  ...more,
})

/** What a vignette changes in a report. */
export type Change = (facts: Facts) => Facts

const onReport =
  (change: (report: Report) => Report): Change =>
  (facts) => ({ ...facts, report: change(facts.report) })

const onParty = (role: Party['role'], more: Partial<Party>): Change =>
  onReport((report) => ({
    ...report,
    parties: report.parties.some((each) => each.role === role)
      ? report.parties.map((each) => (each.role === role ? { ...each, ...more } : each))
      : [...report.parties, party(role, more)],
  }))

const onIncident = (more: Partial<Report['incident']>): Change =>
  onReport((report) => ({ ...report, incident: { ...report.incident, ...more } }))

export const annotated = (...names: string[]): Change =>
  onReport((report) => ({
    ...report,
    incident: { ...report.incident, annotations: [...report.incident.annotations, ...names] },
  }))
export const ofType = (type: string): Change => onIncident({ type })
export const escalated = onIncident({ escalateToHighPriority: 'Synthetic reason 1' })
export const disclaimed = onIncident({ escalateToHighPriority: 'Not an emergency' })
export const says = (text: string): Change =>
  onReport((report) => ({ ...report, additionalInfo: [...report.additionalInfo, text] }))
export const subject = (more: Partial<Party>): Change => onParty('reported', more)
export const stated = (statements: Record<string, string>): Change => subject({ statements })
export const child = (more: Partial<Party>): Change => onParty('child', more)
export const recipient = onParty('recipient', { screenName: 'synthetic recipient' })
export const withFiles = (count: number, more: Partial<ReportFile> = {}): Change =>
  onReport((report) => ({ ...report, files: Array.from({ length: count }, (_, index) => file(index, more)) }))
export const viralBatch = onReport((report) => ({ ...report, batchedReason: 'VIRAL_POTENTIAL_MEME' }))
export const conversation = onReport((report) => ({
  ...report,
  internetDetails: [
    ...report.internetDetails,
    { kind: 'chatIm', content: 'Synthetic conversation 3', additionalInfo: [] },
  ],
}))

export const located =
  (role: PlaceFact['role'], more: Partial<PlaceFact> = {}): Change =>
  (facts) => ({
    ...facts,
    places: [
      ...(facts.places ?? []),
      {
        role,
        kind: 'stated address',
        basis: 'stated',
        specificity: 'county',
        confidence: 'high',
        country: 'US',
        region: 'MN',
        countyFips: '27053',
        evidence: { from: 'report', ref: '/parties/0' },
        ...more,
      },
    ],
  })

export const recorded =
  (signal: string, value: 'true' | 'false' = 'true'): Change =>
  (facts) => ({
    ...facts,
    records: [...(facts.records ?? []), { id: `record ${signal}`, signal, value }],
  })

export const linked =
  (strength: 'strong' | 'weak'): Change =>
  (facts) => ({
    ...facts,
    links: [...(facts.links ?? []), { reportId: 'synthetic report 2', kind: 'account', strength, count: 1 }],
  })

/** An ordinary report: one file, an account, an address with time and port, nothing said of any danger. */
const ordinary: Facts = {
  report: {
    ...emptyReport('reporting-xml'),
    incident: { type: possessionType, annotations: [], at: '2026-11-20T10:00:00Z' },
    parties: [
      party('reported', {
        espIdentifier: 'synthetic-17',
        ipCaptures: [{ ipAddress: '192.0.2.17', at: '2026-11-20T10:00:00Z', port: 51_234 }],
      }),
    ],
    files: [file(0, {})],
  },
  findings: [],
  places: [],
  links: [],
  records: [],
  receivedAt: '2026-11-22T00:00:00Z',
}

/** Changes applied one after another. */
export const such = (...changes: Change[]): Facts =>
  changes.reduce((facts, change) => change(facts), ordinary)
