import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import { describeFile } from '@opentipline/client'
import {
  checkFileDetailsRules,
  checkReportRules,
  importLeJson,
  isBatched,
  parseDocument,
  printFileDetails,
  printReport,
} from '@opentipline/formats'
import fc from 'fast-check'
import { bytesOf } from './content.ts'
import { mix, planDemonstration } from './generate.ts'
import type { PlannedFiling, PlannedReport } from './plan.ts'
import {
  carriers,
  elsewhere,
  hiddenNetwork,
  milwaukee,
  sanDiego,
  seattle,
  spokane,
  unknownNetwork,
} from './towns.ts'

const start = new Date('2026-11-23T12:00:00Z')
const plan = planDemonstration({ seed: 7, count: 300, start })
const reportsOf = (filings: readonly PlannedFiling[]): PlannedReport[] =>
  filings.flatMap((filing) => (filing.kind === 'report' ? [filing] : []))

test('the same seed, count and start give the same filings, and another seed gives others', () => {
  assert.deepEqual(planDemonstration({ seed: 7, count: 300, start }), plan)
  assert.notDeepEqual(planDemonstration({ seed: 8, count: 300, start }), plan)
})

test('any count gives exactly so many filings', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(1000), (count, seed) => {
      assert.equal(planDemonstration({ seed, count, start }).length, count)
    }),
    { numRuns: 30 },
  )
})

test('a caseload of the usual size tells every story', () => {
  const told = new Set(planDemonstration({ seed: 1, count: 240, start }).map((filing) => filing.story))
  // A flood tells two: viral copies and plain informational ones.
  assert.equal(told.size, mix.length + 1)
})

test('intake would take every report and every file description without an error or a warning', () => {
  for (const { report, files } of reportsOf(plan)) {
    const parsed = parseDocument(Buffer.from(printReport(report)), { expectedRoot: 'report' })
    assert.ok(parsed.ok, JSON.stringify(parsed.ok || parsed.problems))
    assert.deepEqual(checkReportRules(parsed.document, { now: start }), { problems: [], warnings: [] })
    const batched = isBatched(parsed.document)
    for (const { description } of files) {
      if (!description) continue
      const xml = printFileDetails('1', 'a'.repeat(32), {
        fileId: 'a'.repeat(32),
        ...describeFile(description),
      })
      const details = parseDocument(Buffer.from(xml), { expectedRoot: 'fileDetails' })
      assert.ok(details.ok, JSON.stringify(details.ok || details.problems))
      assert.deepEqual(checkFileDetailsRules(details.document, { now: start, batched }).problems, [])
    }
  }
})

test('every imported document is read, and a supplement carries the number of the first', () => {
  const imports = plan.flatMap((filing) => (filing.kind === 'import' ? [filing] : []))
  assert.ok(imports.some(({ supplements }) => supplements.length > 0))
  for (const { document, supplements } of imports) {
    const numbers = [document, ...supplements].map(({ text }) => {
      const read = importLeJson(Buffer.from(text))
      assert.ok(read.ok)
      return read.report.origin.sourceReportId
    })
    assert.equal(new Set(numbers).size, 1)
    assert.equal(new Set([document, ...supplements].map(({ text }) => text)).size, supplements.length + 1)
  }
})

const addressPattern = /\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b|\b[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){3,7}\b/g
const documentationAddress = /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$|^2001:db8:/
const reservedDomain = /^(?:[a-z]+\.)?example\.(?:com|net|org)$/

/** Words of the wire contract and of the invented services and towns: nothing else stands without "synthetic". */
const allowed = [
  /^(?:opentipline-report\/1|reporting-xml|reported|recipient|child|chatIm|report|import)$/,
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/,
  /^(?:Example Photos|Sample Chat|Placeholder Cloud|Specimen Social|Thin Forum|Sample Chat for phones)$/,
  /^(?:photos|chat|cloud|social|forum)(?:-[0-9a-f]{10})?$/,
  /^Child Pornography \(possession, manufacture, and distribution\)$|^Online Enticement of Children for Sexual Acts$/,
  /^Unsolicited Obscene Material Sent to a Child$|^VIRAL_POTENTIAL_MEME$/,
  /^(?:sextortion|informational|viral|potentialMeme|generativeAi|possibleSelfProduction)$/,
  /^(?:Login|Registration|Upload|Unknown|Reported|A1|A2|B1|B2|Mobile|\+1|IP Address)$/,
  /^Time of (?:the upload|the last message|detection)$|^Reporting Team$|^Upload Date and Time$|^(?:Yes|N\/A)$/,
  /^\d{3}-555-01\d\d$|^\d{4,5}$|^\d{1,2} Example Street$|^9000\d{5}$|^[0-9a-f]{32}$|^9000\d{5}-\d\.png$/,
  /^(?:viewed for this report|not viewed|not stated|colour|noise|demo-officer-(?:wi|wa|sd))$/,
  /^(?:US|GB|CA|DE|PH|England|Ontario|Berlin|Metro Manila|London|Toronto|Manila)$/,
  /^https:\/\/(?:photos|chat|cloud|social|forum)\.example\.(?:com|net|org)\/users\/[0-9a-f]{10}$/,
  /^(?:reports@(?:photos|chat|cloud|social|forum)|synthetic\.user\.[0-9a-f]+)(?:\.|@)?[a-z.@]*example\.(?:com|net|org)$/,
  /^Person [0-9a-f]+$/,
]
const towns = new Set(
  [milwaukee, seattle, spokane, sanDiego, ...elsewhere].flatMap(({ city, region }) => [city, region]),
)
const synthetic = /^(?:\[[AB]\] )?[Ss]ynthetic(?:[-_. ]|$)/

const isNeutral = (text: string): boolean =>
  text
    .split('\n')
    .every(
      (line) =>
        synthetic.test(line) ||
        towns.has(line) ||
        documentationAddress.test(line) ||
        allowed.some((pattern) => pattern.test(line)),
    )

/** Every text in a value; the documents of an import are looked into. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return value.startsWith('{') ? textsIn(JSON.parse(value)) : [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

/** `story` and the seeds of noise are names of ours that are not sent. */
const sentTexts = (filing: PlannedFiling): string[] =>
  filing.kind === 'report'
    ? textsIn([filing.report, filing.files.map(({ name, description }) => ({ name, description }))])
    : textsIn([filing.document, filing.supplements])

test('every text that is sent is neutral and synthetic', () => {
  for (const filing of planDemonstration({ seed: 11, count: 1_000, start }))
    for (const text of sentTexts(filing)) assert.ok(isNeutral(text), JSON.stringify(text))
})

test('every address, domain and number belongs to nobody', () => {
  for (const filing of plan) {
    const text = sentTexts(filing).join('\n')
    for (const [address] of text.matchAll(addressPattern)) assert.match(address, documentationAddress)
    for (const [, domain] of text.matchAll(/(?:@|https?:\/\/)([a-z.]+)/g))
      assert.match(domain ?? '', reservedDomain)
    for (const [number] of text.matchAll(/\b\d{3}-\d{3}-\d{4}\b/g)) assert.match(number, /^\d{3}-555-01\d\d$/)
  }
})

test('the check of neutral texts does refuse others', () => {
  for (const text of ['A plain sentence', 'someone@mail.test', '8.8.8.8', '414-555-2000'])
    assert.equal(isNeutral(text), false)
})

test('no time lies after the start', () => {
  for (const filing of plan)
    for (const [time] of sentTexts(filing)
      .join('\n')
      .matchAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g))
      assert.ok(Date.parse(time) <= start.getTime(), time)
})

test('reports of one viral item carry the same bytes, and other files differ', () => {
  const files = reportsOf(plan).flatMap((filing) =>
    filing.files.map((file) => ({ story: filing.story, file })),
  )
  const digest = (list: typeof files) =>
    new Set(list.map(({ file }) => Buffer.from(bytesOf(file.content)).toString('hex')))
  const viral = files.filter(({ story }) => story.startsWith('viral'))
  const others = files.filter(({ story }) => !story.startsWith('viral'))
  assert.ok(viral.length > 10)
  assert.ok(digest(viral).size <= 4)
  assert.equal(digest(others).size, others.length)
})

test('a share of the subjects is named by several reports', () => {
  const emails = reportsOf(plan).flatMap(({ report }) =>
    report.parties.flatMap((party) => (party.role === 'reported' ? (party.person?.emails ?? []) : [])),
  )
  const distinct = new Set(emails.map(({ address }) => address)).size
  assert.ok(distinct < emails.length, 'some come back')
  assert.ok(distinct > emails.length * 0.7, 'most do not')
})

test('the range table says the same places as the towns', async () => {
  const table = await readFile(new URL('../../../../data/demo/ip-overlay.csv', import.meta.url), 'utf8')
  const rows = table.split('\n').map((line) => line.split(','))
  const rowOf = (prefix: string, host: number): string[] | undefined =>
    rows.find(([cidr]) => {
      const [, network, first, bits] = /^([\d.]+)\.(\d+)\/(\d+)$/.exec(cidr ?? '') ?? []
      return network === prefix && host >= Number(first) && host < Number(first) + 2 ** (32 - Number(bits))
    })
  for (const { city, region, v4, v6 } of [milwaukee, seattle, spokane, sanDiego, ...elsewhere]) {
    if (v4)
      for (const host of [v4[1], v4[1] + v4[2] - 1]) {
        const row = rowOf(v4[0], host)
        assert.deepEqual([row?.[2], row?.[3], row?.[7]], [region, city, 'residential'])
      }
    const row = rows.find(([cidr]) => cidr === `2001:db8:${v6}::/48`)
    assert.deepEqual(row?.slice(2, 4), [region, city])
  }
  for (const { town, v4 } of carriers) {
    const row = rowOf(v4[0], v4[1])
    assert.deepEqual([row?.[2], row?.[7]], [town.region, 'carrier'])
  }
  assert.equal(rowOf(hiddenNetwork[0], hiddenNetwork[1])?.[7], 'vpn')
  assert.equal(rowOf(unknownNetwork[0], unknownNetwork[1]), undefined)
})
