import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyReport, type Evidence, type Report } from '@opentipline/contract'
import fc from 'fast-check'
import { emptyFile, emptyParty, reportWith } from '../identifiers/reports.fixture.ts'
import type { Facts } from './facts.ts'
import { anyFacts } from './facts.fixture.ts'
import { signalRegistry } from './registry.ts'
import { signalsOf } from './signals-of.ts'

const valueIn = (facts: Facts, name: string): string | undefined =>
  signalsOf(facts).find((signal) => signal.name === name)?.value

const incident = (more: Partial<Report['incident']>): Report =>
  reportWith({ incident: { annotations: [], ...more } })

test('names are unique and every signal says what it means, what it is read from, when it is unknown, where it was published and what would find out', () => {
  const names = signalRegistry.map((definition) => definition.name)
  assert.equal(new Set(names).size, names.length)
  for (const { act, inputs, question, source, unknownWhen } of signalRegistry) {
    assert.ok(act && inputs && source && unknownWhen && question.endsWith('?'))
  }
})

test('invariant 7: no advice to a provider asks it to search, scan, monitor or look for anything', () => {
  for (const { name, providerAdvice } of signalRegistry) {
    assert.doesNotMatch(
      providerAdvice ?? '',
      /\b(?:search|scan|monitor|screen|look for|find out|check|investigate)\b/iu,
      name,
    )
  }
})

test('invariant 8: of a report that states nothing, nothing is known but counts and what its format says by silence', () => {
  const known = signalsOf({ report: emptyReport('le-json') }).filter((signal) => signal.value !== 'unknown')
  assert.deepEqual(
    known.map(({ name, value }) => `${name} ${value}`),
    ['many files false', 'file described false'],
  )
})

test('an escalation is a claim that counts; a text that only disclaims urgency raises nothing', () => {
  assert.equal(
    valueIn({ report: incident({ escalateToHighPriority: 'Synthetic reason 1' }) }, 'provider escalated'),
    'true',
  )
  assert.equal(
    valueIn({ report: incident({ escalateToHighPriority: 'Not an emergency' }) }, 'provider escalated'),
    'false',
  )
  assert.equal(valueIn({ report: incident({}) }, 'provider escalated'), 'false')
  assert.equal(
    valueIn({ report: { ...incident({}), origin: { kind: 'le-json' } } }, 'provider escalated'),
    'unknown',
  )
})

test('an annotation that is absent is unknown, not false', () => {
  assert.equal(valueIn({ report: incident({ annotations: ['sextortion'] }) }, 'sextortion'), 'true')
  assert.equal(valueIn({ report: incident({}) }, 'sextortion'), 'unknown')
})

test('invariant 15: statements about a child or recipient are not taken for the reported person', () => {
  for (const role of ['child', 'recipient'] as const) {
    const party = emptyParty(role, { statements: { convictedSexOffender: 'Yes' }, priorReports: ['1'] })
    const report = reportWith({ parties: [party] })
    assert.equal(valueIn({ report }, 'registered offender'), 'unknown')
    assert.equal(valueIn({ report }, 'prior reports'), 'unknown')
  }
})

const accessOf = (statements: Record<string, string>): string | undefined =>
  valueIn({ report: reportWith({ parties: [emptyParty('reported', { statements })] }) }, 'access to children')

test('access to children: yes is true, two noes are false, other words are unknown', () => {
  assert.equal(accessOf({ accessToChildren: 'Yes' }), 'true')
  assert.equal(accessOf({ accessToChildren: 'Sí, en casa' }), 'true')
  assert.equal(accessOf({ accessToChildren: 'No', accessToChildVictim: 'No' }), 'false')
  assert.equal(accessOf({ accessToChildren: 'No' }), 'unknown')
  assert.equal(accessOf({ accessToChildren: 'perhaps' }), 'unknown')
  assert.equal(accessOf({ relationshipToChildVictim: 'Stepfather' }), 'true')
  assert.equal(accessOf({ relationshipToChildVictim: 'Stranger' }), 'unknown')
})

const labelled = (...labels: (string | undefined)[]): Report =>
  reportWith({
    files: labels.map((label, index) =>
      emptyFile(`file ${index}`, label === undefined ? {} : { industryClassification: label }),
    ),
  })

test('classification A is false only where every file carries another label', () => {
  assert.equal(valueIn({ report: labelled('B1', 'A2') }, 'classification A'), 'true')
  assert.equal(valueIn({ report: labelled('B1', 'B2') }, 'classification A'), 'false')
  assert.equal(valueIn({ report: labelled('B1', undefined) }, 'classification A'), 'unknown')
  assert.equal(valueIn({ report: labelled() }, 'classification A'), 'unknown')
})

test('a stage that has not run is unknown, one that found nothing is false', () => {
  const report = emptyReport('reporting-xml')
  assert.equal(valueIn({ report }, 'linked to other reports'), 'unknown')
  assert.equal(valueIn({ report, links: [] }, 'linked to other reports'), 'false')
  const weak = { reportId: 'a', kind: 'ip', strength: 'weak', count: 1 } as const
  assert.equal(valueIn({ report, links: [weak] }, 'linked to other reports'), 'false')
})

const checked = (...answers: ('hit' | 'miss' | 'failed' | 'not checked')[]): string | undefined =>
  valueIn(
    {
      report: emptyReport('reporting-xml'),
      findings: answers.map((answer, index) => ({
        key: `hash ${index}`,
        kind: 'hash list',
        about: `/files/${index}`,
        answer,
        value: {},
        source: 'synthetic list',
        sourceVersion: '1',
        confidence: 'high',
      })),
    },
    'known hash',
  )

test('hash lists: a hit, a miss, and neither where a check failed or did not happen', () => {
  assert.equal(checked('miss', 'hit'), 'true')
  assert.equal(checked('miss', 'miss'), 'false')
  assert.equal(checked('miss', 'failed'), 'unknown')
  assert.equal(checked('not checked'), 'unknown')
  assert.equal(checked(), 'unknown')
})

test('a miss on a list that could not be read wholly is no denial', () => {
  const miss = {
    key: 'hash 17',
    kind: 'hash list',
    about: '/files/0',
    answer: 'miss',
    value: {},
    source: 'synthetic list',
    sourceVersion: '1',
    confidence: 'high',
  } as const
  const report = emptyReport('reporting-xml')
  assert.equal(valueIn({ report, findings: [miss] }, 'known hash'), 'false')
  const doubtful = { ...miss, key: 'hash 18', caveat: 'An entry of the list could not be read.' }
  assert.equal(valueIn({ report, findings: [miss, doubtful] }, 'known hash'), 'unknown')
})

test('a file that is described and not here is unknown; none described is none included', () => {
  assert.equal(valueIn({ report: reportWith({ files: [emptyFile('a')] }) }, 'file included'), 'unknown')
  assert.equal(valueIn({ report: reportWith({ files: [] }) }, 'file included'), 'false')
  assert.equal(valueIn({ report: emptyReport('le-json') }, 'file included'), 'unknown')
})

test('an incident time that is when the provider found it is not an exact time of the act', () => {
  const at = '2026-01-14T08:30:00Z'
  assert.equal(valueIn({ report: incident({ at }) }, 'exact time'), 'true')
  assert.equal(
    valueIn({ report: incident({ at, atDescription: 'Time of detection' }) }, 'exact time'),
    'unknown',
  )
  assert.equal(valueIn({ report: incident({ at: '2026-01-14T08:30:00' }) }, 'exact time'), 'unknown')
})

const sharedAt = (ipAddress: string, sharing?: string): string | undefined =>
  valueIn(
    {
      report: reportWith({ parties: [emptyParty('reported', { ipCaptures: [{ ipAddress }] })] }),
      findings:
        sharing === undefined
          ? []
          : [
              {
                key: 'n',
                kind: 'ip network',
                about: '/parties/0/ipCaptures/0',
                answer: 'hit',
                value: { ip: ipAddress, kind: 'vpn', sharing },
                source: 'synthetic table',
                sourceVersion: '1',
                confidence: 'medium',
              },
            ],
    },
    'address shared by many',
  )

test('an address is one household only where something says so: not where it cannot be read, nor behind a network that hides its users', () => {
  assert.equal(sharedAt('192.0.2.7'), 'unknown')
  assert.equal(sharedAt('192.0.2.7', 'one network'), 'false')
  assert.equal(sharedAt('2001:db8::7'), 'false')
  assert.equal(sharedAt('2001:db8::7', 'many subscribers'), 'true')
  assert.equal(sharedAt('no address'), 'unknown')
})

test('records: an officer fills what a tip cannot say; contradicting records leave it unknown', () => {
  const report = emptyReport('reporting-xml')
  const yes = { id: 'a', signal: 'prior sexual convictions', value: 'true' } as const
  const no = { id: 'b', signal: 'prior sexual convictions', value: 'false' } as const
  assert.equal(valueIn({ report, records: [yes] }, 'prior sexual convictions'), 'true')
  assert.equal(valueIn({ report, records: [yes, no] }, 'prior sexual convictions'), 'unknown')
  assert.equal(valueIn({ report, records: [no, yes] }, 'prior sexual convictions'), 'unknown')
  const law = { id: 'c', signal: 'every file viewed', value: 'true' } as const
  assert.equal(valueIn({ report, records: [law] }, 'every file viewed'), 'unknown')
})

const says = (text: string): Facts => ({ report: reportWith({ additionalInfo: [text] }) })

const values = (facts: Facts): string[] => signalsOf(facts).map(({ name, value }) => `${name} ${value}`)

test('the same words in English and Spanish give the same signals', () => {
  assert.deepEqual(values(says('The user speaks of suicide.')), values(says('El usuario habla de suicidio.')))
  assert.deepEqual(values(says('No indication of suicide.')), values(says('Sin indicio de suicidio.')))
})

const segment = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

function resolves(facts: Facts, { from, ref }: Evidence): boolean {
  switch (from) {
    case 'report': {
      const keys = ref.split('/').slice(1)
      return keys.reduce<unknown>(segment, facts.report) !== undefined
    }
    case 'finding':
      return [
        ...(facts.findings ?? []).map(({ key }) => key),
        ...(facts.places ?? []).map((place) => place.evidence.ref),
      ].includes(ref)
    case 'link':
      return (facts.links ?? []).some(({ reportId }) => reportId === ref)
    case 'record':
      return (facts.records ?? []).some(({ id }) => id === ref)
  }
}

test('fuzzed facts never throw, and every evidence pointer resolves', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      for (const signal of signalsOf(facts)) {
        for (const evidence of signal.evidence)
          assert.ok(resolves(facts, evidence), `${signal.name} ${evidence.ref}`)
      }
    }),
  )
})

const reversed = (facts: Facts): Facts => ({
  ...facts,
  report: {
    ...facts.report,
    parties: facts.report.parties.toReversed(),
    files: facts.report.files.toReversed(),
    additionalInfo: facts.report.additionalInfo.toReversed(),
  },
  ...(facts.places === undefined ? {} : { places: facts.places.toReversed() }),
  ...(facts.links === undefined ? {} : { links: facts.links.toReversed() }),
  ...(facts.records === undefined ? {} : { records: facts.records.toReversed() }),
})

test('the order of elements never matters', () => {
  // Findings speak of a position in the report, so that they are left out where positions change.
  const unplaced = anyFacts.map((facts): Facts => ({ ...facts, findings: [] }))
  fc.assert(
    fc.property(unplaced, (facts) => {
      assert.deepEqual(values(reversed(facts)), values(facts))
    }),
  )
})

test('a payment name read in a text is pointed at and proves no sale; an officer who found one out is believed', () => {
  const finding = {
    key: 'text 17',
    kind: 'text identifier',
    about: '/additionalInfo/0',
    answer: 'hit',
    value: { identifier: 'payment', value: 'venmo:synthetic-17' },
    source: 'text rules',
    sourceVersion: '1',
    confidence: 'low',
  } as const
  const facts: Facts = {
    report: emptyReport('le-json'),
    findings: [finding, { ...finding, key: 'text 18', value: { identifier: 'phone' } }],
  }
  const sale = (more: Partial<Facts>) =>
    signalsOf({ ...facts, ...more }).find(({ name }) => name === 'commercial distribution')
  assert.equal(sale({})?.value, 'unknown')
  assert.deepEqual(sale({})?.evidence, [{ from: 'finding', ref: 'text 17' }])
  assert.equal(sale({ findings: [] })?.evidence.length, 0)
  const recorded = sale({ records: [{ id: 'record 17', signal: 'commercial distribution', value: 'true' }] })
  assert.equal(recorded?.value, 'true')
})

const viralOf = (...files: Report['files']): string | undefined =>
  valueIn({ report: reportWith({ files }) }, 'viral item')

test('a viral item is one as a whole: an unmarked file beside it leaves it open, a denied one says no', () => {
  const viral = emptyFile('viral', { annotations: ['viral'] })
  const meme = emptyFile('meme', { potentialMeme: true })
  assert.equal(viralOf(viral, meme), 'true')
  assert.equal(viralOf(viral, emptyFile('other')), 'unknown')
  assert.equal(viralOf(viral, emptyFile('other', { potentialMeme: false })), 'false')
  assert.equal(viralOf(), 'unknown')
})

const manyOf = (count: number): string | undefined =>
  valueIn({ report: labelled(...Array<undefined>(count)) }, 'many files')

test('many files are from 25 on', () => {
  assert.equal(manyOf(24), 'false')
  assert.equal(manyOf(25), 'true')
})

const aged = (age: number): string | undefined =>
  valueIn(
    {
      report: reportWith({
        parties: [emptyParty('child', { person: { phones: [], emails: [], addresses: [], age } })],
      }),
    },
    'young child',
  )

test('a child is young below 13; an older one denies no other', () => {
  assert.equal(aged(12), 'true')
  assert.equal(aged(13), 'unknown')
})
