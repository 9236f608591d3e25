import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyReport, type Finding, type Report } from '@opentipline/contract'
import fc from 'fast-check'
import { addDays, addYears, isDay, isWithin } from './calendar.ts'
import { type ClockFacts, clocksOf, nextClock, warningsOf } from './clocks-of.ts'
import { logClocksMax, parseNetwork } from './log-window.ts'
import { type Letter, preservationClocks } from './preservation.ts'
import { providerHold } from './provider-hold.ts'

const dayMs = 86_400_000
const anyMoment = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2090-12-31T23:59:59Z'), noInvalidDate: true })
  .map((at) => new Date(Math.floor(at.getTime() / 1000) * 1000))

test('one year later is the same date and time; from 29 February it is the 28th', () => {
  fc.assert(
    fc.property(anyMoment, (at) => {
      const later = addYears(at, 1)
      assert.equal(later.getUTCFullYear(), at.getUTCFullYear() + 1)
      assert.equal(later.getUTCMonth(), at.getUTCMonth())
      assert.equal(later.toISOString().slice(11), at.toISOString().slice(11))
      const leapDay = at.getUTCMonth() === 1 && at.getUTCDate() === 29
      assert.equal(later.getUTCDate(), leapDay ? 28 : at.getUTCDate())
      const days = (later.getTime() - at.getTime()) / dayMs
      assert.ok(days === 365 || days === 366, `${days}`)
    }),
  )
  assert.equal(addYears(new Date('2028-02-29T10:00:00Z'), 1).toISOString(), '2029-02-28T10:00:00.000Z')
  assert.equal(addYears(new Date('2027-03-01T00:00:00Z'), 1).toISOString(), '2028-03-01T00:00:00.000Z')
})

test('the hold of a submission is the later the later it was made, on either side of the change of the law', () => {
  fc.assert(
    fc.property(anyMoment, anyMoment, (a, b) => {
      const [first, second] = a <= b ? [a, b] : [b, a]
      assert.ok(providerHold(first).at <= providerHold(second).at)
      assert.ok(providerHold(first).at > first.toISOString())
    }),
  )
})

test('days are days of the calendar, and a span includes both its ends', () => {
  assert.deepEqual(['2028-02-29', '2027-02-29', '2027-13-01', '27-01-01', ''].map(isDay), [
    true,
    false,
    false,
    false,
    false,
  ])
  const at = new Date('2026-05-31T23:59:59Z')
  assert.equal(isWithin(at, '2026-05-31', '2026-05-31'), true)
  assert.equal(isWithin(at, '2026-06-01', null), false)
  assert.equal(isWithin(at, '2026-05-01', '2026-05-30'), false)
})

const letter = (entryId: string, sentAt: Date, renews: string | null = null): Letter => ({
  entryId,
  provider: 'Example Provider',
  sentAt,
  renews,
})

test('a letter holds 90 days, a renewal in time makes it 180, a late one begins anew and says so', () => {
  fc.assert(
    fc.property(anyMoment, fc.integer({ min: 0, max: 400 }), (sent, after) => {
      const [alone] = preservationClocks([letter('1', sent)])
      assert.equal(alone?.at, addDays(sent, 90).toISOString())
      const [both, ...more] = preservationClocks([letter('1', sent), letter('2', addDays(sent, after), '1')])
      assert.deepEqual(more, [], 'a renewal is no clock of its own')
      assert.equal(both?.at, addDays(sent, after <= 90 ? 180 : after + 90).toISOString())
      assert.equal(both?.certainty, after <= 90 ? 'certain' : 'uncertain')
    }),
  )
  const sent = new Date('2026-01-10T00:00:00Z')
  const [third] = preservationClocks([
    letter('1', sent),
    letter('3', addDays(sent, 100), '1'),
    letter('2', addDays(sent, 60), '1'),
  ])
  assert.equal(third?.at, addDays(sent, 180).toISOString(), 'a second renewal is not counted')
  // At the very moment of the end something is still held, and can be extended; a millisecond later it is not.
  const at = (ms: number) =>
    preservationClocks([letter('1', sent), letter('2', new Date(addDays(sent, 90).getTime() + ms), '1')])[0]
  assert.equal(at(0)?.certainty, 'certain')
  assert.deepEqual(
    [at(1)?.certainty, at(1)?.at],
    ['uncertain', new Date(addDays(sent, 180).getTime() + 1).toISOString()],
  )
  assert.equal(third?.certainty, 'uncertain')
})

test('networks are read strictly', () => {
  for (const good of ['198.51.100.0/24', '2001:db8::/32', '203.0.113.9/32'])
    assert.ok(parseNetwork(good), good)
  for (const bad of ['198.51.100.0/33', '2001:db8::/129', '198.51.100.0', 'x/8', 'AS64500'])
    assert.equal(parseNetwork(bad), undefined, bad)
})

const reportWith = (captures: { ipAddress: string; at?: string; port?: number }[]): Report => ({
  ...emptyReport('reporting-xml'),
  parties: [
    {
      role: 'reported',
      displayNames: [],
      profileUrls: [],
      ipCaptures: captures,
      devices: [],
      priorReports: [],
      additionalInfo: [],
      associatedAccounts: [],
      statements: {},
    },
  ],
})
const network = (ip: string, value: Record<string, unknown>): Finding => ({
  key: `ip network ${ip}`,
  kind: 'ip network',
  about: '/parties/0/ipCaptures/0',
  answer: 'hit',
  value: { ip, kind: 'residential', sharing: 'one network', ...value },
  source: 'Synthetic source',
  sourceVersion: '1',
  confidence: 'high',
})
const facts = (more: Partial<ClockFacts> = {}): ClockFacts => ({
  report: emptyReport('reporting-xml'),
  findings: [],
  finishedAt: null,
  tip: { isOpen: true, heldUntil: null, availableAt: new Date('2026-11-01T00:00:00Z'), band: 'high' },
  letters: [],
  warrants: [],
  windows: [],
  times: [],
  ...more,
})
const entry = {
  windowId: '7',
  days: 30,
  source: 'Synthetic letter',
  asOf: '2026-01-01',
  from: '2020-01-01',
  to: null,
}

const by = (where: string, days: number, source: string, more = {}) => ({
  ...entry,
  network: where,
  days,
  source,
  ...more,
})

test('the narrowest entry of the table that was in force on the day of the capture measures it', () => {
  const report = reportWith([{ ipAddress: '198.51.100.17', at: '2026-03-01T00:30:00+02:00', port: 4711 }])
  const findings = [network('198.51.100.17', { operator: 'Example  Net', asn: 64500 })]
  const ends = (windows: ClockFacts['windows']) =>
    clocksOf(facts({ report, findings, windows })).map(({ at, citation }) => [
      at.slice(0, 10),
      citation.slice(-1),
    ])
  assert.deepEqual(
    ends([by('example net', 10, 'A')]),
    [['2026-03-10', 'A']],
    'counted from the moment in UTC',
  )
  assert.deepEqual(ends([by('example net', 10, 'A'), by('AS64500', 20, 'B')]), [['2026-03-20', 'B']])
  assert.deepEqual(ends([by('AS64500', 20, 'B'), by('198.51.100.0/24', 30, 'C')]), [['2026-03-30', 'C']])
  assert.deepEqual(ends([by('198.51.0.0/16', 30, 'C'), by('198.51.100.0/24', 40, 'D')]), [
    ['2026-04-09', 'D'],
  ])
  assert.deepEqual(ends([by('AS64500', 20, 'B', { to: '2026-02-27' })]), [], 'not in force on that day')
  assert.deepEqual(
    ends([by('AS64500', 20, 'B', { from: '2026-03-01' })]),
    [],
    'the day in UTC is 28 February',
  )
  assert.deepEqual(ends([by('Another Net', 20, 'B')]), [])
})

test('no window is computed from the incident’s time, nor from a time without a zone', () => {
  const report: Report = {
    ...reportWith([
      { ipAddress: '198.51.100.17' },
      { ipAddress: '198.51.100.18', at: '2026-03-01T00:30:00' },
    ]),
    incident: { annotations: [], at: '2026-03-01T00:00:00Z', atDescription: 'Synthetic words' },
  }
  const windows = [{ ...entry, network: '198.51.100.0/24' }]
  assert.deepEqual(clocksOf(facts({ report, windows })), [])
  const warnings = warningsOf(facts({ report, windows }))
  assert.deepEqual(warnings.map(({ kind }) => kind).toSorted(), [
    'detection time',
    'sharing unknown',
    'time not exact',
  ])
  assert.match(warnings.find(({ kind }) => kind === 'detection time')?.says ?? '', /Synthetic words/)
})

const portWarnings = (port: number | undefined, sharing: string, ipAddress = '198.51.100.17') =>
  warningsOf(
    facts({
      report: reportWith([
        { ipAddress, at: '2026-03-01T00:00:00Z', ...(port === undefined ? {} : { port }) },
      ]),
      findings: [network(ipAddress, { sharing })],
      windows: [{ ...entry, network: '0.0.0.0/0' }],
    }),
  ).map(({ kind }) => kind)

test('a shared address without a port warns; with one it does not; a carrier’s inner address is shared', () => {
  assert.deepEqual(portWarnings(undefined, 'many subscribers'), ['port missing'])
  assert.deepEqual(portWarnings(0, 'many subscribers'), ['port missing'], 'port 0 is none')
  assert.deepEqual(portWarnings(4711, 'many subscribers'), [])
  assert.deepEqual(portWarnings(undefined, 'unknown'), ['sharing unknown'])
  assert.deepEqual(portWarnings(undefined, 'one network'), [])
  assert.deepEqual(portWarnings(undefined, 'one network', '100.64.0.17'), ['port missing'])
})

test('an empty table and a silent one are told apart', () => {
  const report = reportWith([{ ipAddress: '198.51.100.17', at: '2026-03-01T00:00:00Z', port: 4711 }])
  const kinds = (windows: ClockFacts['windows']) =>
    warningsOf(facts({ report, windows })).map(({ kind }) => kind)
  assert.deepEqual(kinds([]), ['table empty'])
  assert.deepEqual(kinds([{ ...entry, network: '203.0.113.0/24' }]), ['table silent'])
  assert.deepEqual(kinds([{ ...entry, network: '198.51.100.0/24' }]), [])
})

test('a tip with very many captures has a limited number of clocks, those that end last', () => {
  const captures = Array.from({ length: logClocksMax + 50 }, (_, n) => ({
    ipAddress: '198.51.100.17',
    at: new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString(),
  }))
  const clocks = clocksOf(
    facts({ report: reportWith(captures), windows: [{ ...entry, network: '198.51.100.0/24' }] }),
  )
  assert.equal(clocks.length, logClocksMax)
  assert.equal(clocks.at(-1)?.at, addDays(new Date(captures.at(-1)?.at ?? ''), 30).toISOString())
})

const anyFacts = fc
  .record({
    finishedAt: fc.option(anyMoment),
    heldUntil: fc.option(anyMoment),
    availableAt: anyMoment,
    isOpen: fc.boolean(),
    letters: fc.array(anyMoment, { maxLength: 4 }),
    warrants: fc.array(anyMoment, { maxLength: 3 }),
    hours: fc.array(fc.integer({ min: 1, max: 9000 }), { maxLength: 3 }),
    captures: fc.array(anyMoment, { maxLength: 5 }),
    days: fc.integer({ min: 1, max: 400 }),
  })
  .map((given) =>
    facts({
      finishedAt: given.finishedAt,
      tip: { isOpen: given.isOpen, heldUntil: given.heldUntil, availableAt: given.availableAt, band: 'high' },
      letters: given.letters.map((at, n) => letter(String(n), at, n > 0 && n % 2 === 0 ? '0' : null)),
      warrants: given.warrants.map((dueAt, n) => ({
        entryId: `w${n}`,
        court: 'Example Court',
        reference: null,
        dueAt,
      })),
      times: given.hours.map((hours, n) => ({
        timeId: String(n),
        name: 'Synthetic time',
        hours,
        band: n === 0 ? null : 'low',
        authority: 'Synthetic rule 1',
        from: '2000-01-01',
        to: null,
      })),
      report: reportWith(given.captures.map((at) => ({ ipAddress: '198.51.100.17', at: at.toISOString() }))),
      windows: [{ ...entry, from: '2000-01-01', network: '198.51.100.0/24', days: given.days }],
    }),
  )

test('nothing is due without law or the agency’s own policy, and every clock says whose word it is', () => {
  fc.assert(
    fc.property(anyFacts, (given) => {
      for (const clock of clocksOf(given)) {
        if (clock.what === 'due')
          assert.ok(clock.force === 'law' || clock.force === 'agency policy', clock.key)
        assert.ok(clock.citation.length > 2 && clock.source.length > 2 && clock.certaintySays.length > 2)
        assert.equal(new Date(clock.at).toISOString(), clock.at)
      }
      if (!given.tip.isOpen)
        assert.ok(
          clocksOf(given).every(({ kind }) => kind !== 'agency time'),
          'a decided tip owes no first decision',
        )
    }),
  )
})

test('keys tell clocks apart, the order is that of the ends, and the next is the first that is still to come', () => {
  fc.assert(
    fc.property(anyFacts, anyMoment, (given, now) => {
      const clocks = clocksOf(given)
      assert.equal(new Set(clocks.map(({ key }) => key)).size, clocks.length)
      assert.deepEqual(
        clocks,
        clocks.toSorted((a, b) => a.at.localeCompare(b.at) || a.key.localeCompare(b.key)),
      )
      const next = nextClock(clocks, now)
      const toCome = clocks.filter(({ at }) => at > now.toISOString())
      assert.equal(next?.at, toCome[0]?.at)
    }),
  )
})
