import type { Finding, PlaceFact, Report, Signal } from '@opentipline/contract'
import fc from 'fast-check'
import { arbitraryReport } from '../identifiers/reports.fixture.ts'
import type { Facts, LinkSummary, OfficerRecord } from './facts.ts'
import { signalRegistry } from './registry.ts'

/** Facts and signals for tests: synthetic and neutral. */

const names = signalRegistry.map((definition) => definition.name)
const values = ['true', 'false', 'unknown'] as const

/** Any assignment of the three values to all signals. */
export const anySignals: fc.Arbitrary<Signal[]> = fc
  .array(fc.constantFrom(...values), { minLength: names.length, maxLength: names.length })
  .map((all) => names.map((name, index) => ({ name, value: all[index] ?? 'unknown', evidence: [] })))

/** All signals unknown but those named. */
export const signalsWith = (given: Record<string, Signal['value']>): Signal[] =>
  names.map((name) => ({ name, value: given[name] ?? 'unknown', evidence: [] }))

const anyPlace: fc.Arbitrary<PlaceFact> = fc
  .record({
    role: fc.constantFrom('subject', 'child', 'recipient', 'incident', 'file'),
    kind: fc.constantFrom(
      'stated address',
      'estimated location',
      'ip location',
      'phone region',
      'school',
      'text place',
    ),
    specificity: fc.constantFrom('address', 'city', 'county', 'region', 'country'),
    confidence: fc.constantFrom('high', 'medium', 'low'),
    country: fc.constantFrom('US', 'US', 'GB', 'FR', undefined),
    region: fc.constantFrom('MN', 'CA', 'FL', 'IL', 'PR', undefined),
    countyFips: fc.constantFrom('17031', '06073', '06001', undefined),
    at: fc.constantFrom('2026-01-14T08:30:00Z', '2026-02-14T08:30:00Z', undefined),
    ref: fc.nat(9),
  })
  .map(({ country, region, countyFips, at, ref, ...rest }) => ({
    ...rest,
    basis: 'stated',
    ...(country === undefined ? {} : { country }),
    ...(region === undefined || country !== 'US' ? {} : { region }),
    ...(countyFips === undefined || country !== 'US' ? {} : { countyFips }),
    ...(at === undefined ? {} : { at }),
    evidence: { from: 'finding', ref: `place ${ref}` },
  }))

/** Any list of place facts. */
export const anyPlaces: fc.Arbitrary<PlaceFact[]> = fc.array(anyPlace, { maxLength: 6 })

const anyFinding: fc.Arbitrary<Finding> = fc
  .record({
    kind: fc.constantFrom('ip network', 'hash list', 'ip location'),
    answer: fc.constantFrom('hit', 'miss', 'not checked', 'failed'),
    about: fc.constantFrom('/parties/0/ipCaptures/0', '/files/0/ipCaptures/0', '/files/0'),
    key: fc.nat(9),
    network: fc.constantFrom('mobile', 'vpn', 'residential', 3),
    sharing: fc.constantFrom('many subscribers', 'one network', 'unknown'),
  })
  .map(({ key, network, sharing, ...rest }) => ({
    ...rest,
    key: `finding ${key}`,
    value: { ip: '192.0.2.7', kind: network, sharing },
    source: 'synthetic table',
    sourceVersion: '1',
    confidence: 'medium',
  }))

const anyLink: fc.Arbitrary<LinkSummary> = fc.record({
  reportId: fc.constantFrom('report a', 'report b'),
  kind: fc.constantFrom('account', 'ip'),
  strength: fc.constantFrom('strong', 'weak'),
  count: fc.integer({ min: 1, max: 5 }),
})

const anyRecord: fc.Arbitrary<OfficerRecord> = fc.record({
  id: fc.nat(9).map((id) => `record ${id}`),
  signal: fc.constantFrom(...names),
  value: fc.constantFrom('true', 'false'),
})

const optionally = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T[] | undefined> =>
  fc.option(fc.array(of, { maxLength: 4 }), { nil: undefined })

const some = (...from: string[]): fc.Arbitrary<string[]> => fc.subarray(from)
const flag = fc.constantFrom(true, false, undefined)

/** What triage reads beyond identifiers: flags, annotations, labels and statements, set on a fuzzed report. */
const flags = fc.record({
  type: fc.constantFrom(
    'Child Sex Trafficking',
    'Online Enticement of Children for Sexual Acts',
    'anything',
    undefined,
  ),
  annotations: some('sextortion', 'csamSolicitation', 'spam', 'informational', 'unheard of'),
  escalated: fc.constantFrom('Synthetic reason 1', 'Not an emergency', ' ', undefined),
  fileAnnotations: some('viral', 'potentialMeme', 'infant', 'liveStreaming', 'generativeAi', 'violenceGore'),
  label: fc.constantFrom('A1', 'B2', 'other', undefined),
  statement: fc.constantFrom('Yes', 'No', 'N/A', 'Teacher', 'perhaps'),
  meme: flag,
  open: flag,
  taken: flag,
  kind: fc.constantFrom('reporting-xml', 'le-json', 'public-form', 'le-pdf'),
})

type Flags = typeof flags extends fc.Arbitrary<infer Value> ? Value : never

const statementKeys = ['accessToChildren', 'accessToChildVictim', 'occupation', 'convictedSexOffender']

const flagged = (report: Report, set: Flags): Report => ({
  ...report,
  origin: { kind: set.kind },
  incident: {
    annotations: set.annotations,
    ...(set.type === undefined ? {} : { type: set.type }),
    ...(set.escalated === undefined ? {} : { escalateToHighPriority: set.escalated }),
  },
  files: report.files.map((file, index) => ({
    ...file,
    annotations: index === 0 ? set.fileAnnotations : [],
    ...(set.label === undefined ? {} : { industryClassification: set.label }),
    ...(set.meme === undefined ? {} : { potentialMeme: set.meme }),
    ...(set.open === undefined ? {} : { publiclyAvailable: set.open }),
  })),
  parties: report.parties.map((party) => ({
    ...party,
    statements: Object.fromEntries(statementKeys.map((key) => [key, set.statement])),
    ...(set.taken === undefined ? {} : { compromisedAccount: set.taken }),
  })),
})

/** Any facts: a fuzzed report with stages that have run or not. */
export const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    report: fc.tuple(arbitraryReport, flags).map(([report, set]) => flagged(report, set)),
    findings: optionally(anyFinding),
    places: optionally(anyPlace),
    links: optionally(anyLink),
    records: optionally(anyRecord),
    at: fc.constantFrom('2026-11-22T00:00:00Z', 'not a time', undefined),
  })
  .map(({ report, findings, places, links, records, at }) => ({
    report,
    ...(findings === undefined ? {} : { findings }),
    ...(places === undefined ? {} : { places }),
    ...(links === undefined ? {} : { links }),
    ...(records === undefined ? {} : { records }),
    ...(at === undefined ? {} : { at, receivedAt: at }),
  }))
