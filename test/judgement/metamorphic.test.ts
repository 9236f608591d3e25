/** What must hold between the judgements of two reports that differ in one known way, under every shipped policy. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Assessment, Evidence, Interval, Report } from '@opentipline/contract'
import { assess, type Facts, identifiersOf, type Policy, signalsOf, textFindings } from '@opentipline/domain'
import fc from 'fast-check'
import { anyFacts } from '../../packages/domain/src/signals/facts.fixture.ts'
import { policyTexts, shippedPolicy } from './shipped.ts'

const policies: readonly Policy[] = [...policyTexts.keys()].map((name) =>
  shippedPolicy(name.replace('.yaml', '')),
)
const anyShipped = fc.constantFrom(...policies)

const judged = (facts: Facts, policy: Policy): Assessment => assess({ signals: signalsOf(facts), policy })
const rankOf = (policy: Policy, { risk }: Assessment): number =>
  policy.bands.findIndex(({ id }) => id === risk.band)
const within = (inner: Interval, outer: Interval): boolean =>
  inner.low >= outer.low && inner.high <= outer.high
const withTexts = (facts: Facts, texts: readonly string[]): Facts => ({
  ...facts,
  report: { ...facts.report, additionalInfo: [...facts.report.additionalInfo, ...texts] },
})

/** One statement in both languages. Neutral, and each of a kind that some rule reads. */
const statements: readonly (readonly [string, string])[] = [
  ['Synthetic narrative 17.', 'Relato sintético 17.'],
  ['The user speaks of suicide.', 'El usuario habla de suicidio.'],
  ['There is no indication of suicide.', 'No hay indicio de suicidio.'],
  ['The user mentions self-harm.', 'El usuario menciona autolesiones.'],
  ['The user lives in Ohio.', 'El usuario vive en Ohio.'],
  ['The user does not live in Ohio.', 'El usuario no vive en Ohio.'],
  ['ZIP code: 45402.', 'Código postal: 45402.'],
  ['Location: Oregon.', 'Ubicación: Oregon.'],
  ['User name: synthetic_17', 'Nombre de usuario: synthetic_17'],
  ['Phone: 202-555-0142', 'Teléfono: 202-555-0142'],
  ['Snapchat: synthetic_18', 'Snapchat: synthetic_18'],
  ['Write to a@example.com', 'Escriba a a@example.com'],
]
const anyStatements = fc.subarray([...statements])

/** Names, roles and values, whatever words they were read in. */
const readIn = (report: Report): string[] =>
  identifiersOf(report).map(({ kind, value, role, basis }) => `${basis} ${role} ${kind} ${value}`)
const placesRead = (report: Report): string[] =>
  textFindings(report)
    .filter(({ kind }) => kind === 'text place')
    .map(({ value }) =>
      JSON.stringify([value.country, value.region, value.postalCode, value.role, value.quoted]),
    )

test('a translated narrative gives the same signals, the same judgement, and the same identifiers and places read in it', () => {
  fc.assert(
    fc.property(anyFacts, anyStatements, anyShipped, (facts, said, policy) => {
      const english = withTexts(
        facts,
        said.map(([text]) => text),
      )
      const spanish = withTexts(
        facts,
        said.map(([, text]) => text),
      )
      assert.deepEqual(signalsOf(spanish), signalsOf(english))
      assert.deepEqual(judged(spanish, policy), judged(english, policy))
      assert.deepEqual(readIn(spanish.report), readIn(english.report))
      assert.deepEqual(placesRead(spanish.report), placesRead(english.report))
    }),
    { numRuns: 200 },
  )
})

test('each statement of the list is read by some rule, or by none in either language', () => {
  const empty: Facts = { report: fc.sample(anyFacts, { numRuns: 1, seed: 17 })[0]?.report ?? assert.fail() }
  const moved = statements.filter(([english]) => {
    const said = withTexts(empty, [english])
    return (
      JSON.stringify([signalsOf(said), readIn(said.report), placesRead(said.report)]) !==
      JSON.stringify([signalsOf(empty), readIn(empty.report), placesRead(empty.report)])
    )
  })
  assert.ok(moved.length >= 9, `${moved.length} statements are read at all`)
})

/** Something more in a report that states nothing of any danger. */
const harmless: readonly ((report: Report) => Report)[] = [
  (report) => ({ ...report, additionalInfo: [...report.additionalInfo, 'Synthetic narrative 17'] }),
  (report) => ({
    ...report,
    unknownFields: [...report.unknownFields, { path: '/synthetic', value: 'Synthetic value 17' }],
  }),
  (report) => ({
    ...report,
    files: report.files.map((file) => ({
      ...file,
      metadata: [...file.metadata, { name: 'Synthetic', value: 'Synthetic value 17' }],
    })),
  }),
  (report) => ({
    ...report,
    parties: report.parties.map((party) => ({
      ...party,
      statements: { ...party.statements, preferredPronouns: 'N/A' },
    })),
  }),
]

test('what says nothing of a danger never lowers the risk, the band or what is not known', () => {
  fc.assert(
    fc.property(anyFacts, anyShipped, fc.constantFrom(...harmless), (facts, policy, add) => {
      const before = judged(facts, policy)
      const after = judged({ ...facts, report: add(facts.report) }, policy)
      assert.ok(after.risk.low >= before.risk.low && after.risk.high >= before.risk.high)
      assert.ok(rankOf(policy, after) <= rankOf(policy, before))
    }),
    { numRuns: 300 },
  )
})

const recordable = signalsOf({
  report: fc.sample(anyFacts, { numRuns: 1, seed: 17 })[0]?.report ?? assert.fail(),
})
  .map(({ name }) => name)
  .filter((name) => {
    const report = fc.sample(anyFacts, { numRuns: 1, seed: 17 })[0]?.report ?? assert.fail()
    const said = signalsOf({ report, records: [{ id: 'r', signal: name, value: 'true' }] })
    return said.some(
      (signal) => signal.name === name && signal.evidence.some(({ from }) => from === 'record'),
    )
  })

test('what an officer finds out only narrows both intervals, under every shipped policy', () => {
  assert.ok(recordable.length > 3)
  fc.assert(
    fc.property(
      anyFacts,
      anyShipped,
      fc.constantFrom(...recordable),
      fc.constantFrom('true' as const, 'false' as const),
      (facts, policy, signal, value) => {
        const open: Facts = { ...facts, records: [] }
        // What the report states already is not found out any more.
        fc.pre(signalsOf(open).some((each) => each.name === signal && each.value === 'unknown'))
        const before = judged(open, policy)
        const after = judged({ ...open, records: [{ id: 'record 1', signal, value }] }, policy)
        assert.ok(within(after.risk, before.risk), 'risk')
        assert.ok(within(after.actionability.score, before.actionability.score), 'actionability')
      },
    ),
    { numRuns: 300 },
  )
})

const reversed = (report: Report): Report => ({
  ...report,
  parties: report.parties.toReversed(),
  files: report.files.toReversed(),
  internetDetails: report.internetDetails.toReversed(),
  additionalInfo: report.additionalInfo.toReversed(),
  incident: { ...report.incident, annotations: report.incident.annotations.toReversed() },
})

/** What a judgement says, but for where its evidence stands. */
const said = ({ risk, actionability, lane, label, why, unknown }: Assessment) => ({
  risk,
  score: actionability.score,
  lane,
  label,
  why: why.map((entry) => ({ ...entry, evidence: [] })),
  unknown,
})

test('the order of the elements of a report never changes a judgement', () => {
  fc.assert(
    fc.property(anyFacts, anyShipped, (facts, policy) => {
      // A finding speaks of a position, and positions are what changes here.
      const unplaced: Facts = { ...facts, findings: [] }
      const turned: Facts = {
        ...unplaced,
        report: reversed(facts.report),
        ...(facts.places ? { places: facts.places.toReversed() } : {}),
        ...(facts.links ? { links: facts.links.toReversed() } : {}),
        ...(facts.records ? { records: facts.records.toReversed() } : {}),
      }
      assert.deepEqual(said(judged(turned, policy)), said(judged(unplaced, policy)))
    }),
    { numRuns: 300 },
  )
})

const inside = (document: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
      document,
    )

const resolves = (facts: Facts, { from, ref }: Evidence): boolean => {
  switch (from) {
    case 'report':
      return inside(facts.report, ref) !== undefined
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

test('of any report the points told add up to the score, and whatever is pointed at is there', () => {
  fc.assert(
    fc.property(anyFacts, anyShipped, (facts, policy) => {
      const { why, risk, actionability } = judged(facts, policy)
      for (const [score, low] of [
        ['risk', risk.low],
        ['actionability', actionability.score.low],
      ] as const) {
        const told = why.filter((entry) => entry.score === score)
        assert.equal(
          told.reduce((sum, { points }) => sum + points, 0),
          low,
        )
      }
      const pointed = [...why, ...actionability.parts].flatMap(({ evidence }) => evidence)
      for (const each of pointed) assert.ok(resolves(facts, each), `${each.from} ${each.ref}`)
    }),
    { numRuns: 300 },
  )
})
