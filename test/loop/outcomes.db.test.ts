/** What came of a tip, through HTTP: who is told, who is not, and what the numbers then say. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AnswerOf, OutcomeNotices, OutcomeView, ReviewView, StatisticsView } from '@opentipline/contract'
import { codeNamesEn } from '@opentipline/domain'
import { decide, passUndoWindow, readTip, refer } from '../discretion/support.ts'
import { prepareRefusal, whileRefused } from '../faults/support/refuse-entries.ts'
import { people, type SignedIn, signedIn } from '../faults/support/person.ts'
import { clientOf, fileThin, tipOf } from '../faults/support/reports.ts'
import { startTestServer } from '../support/server.ts'

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Provider'))
const robin = await signedIn(server, people.wisconsin.id)
const avery = await signedIn(server, 'demo-supervisor-wi')
const casey = await signedIn(server, people.washington.id)
const morgan = await signedIn(server, people.analyst.id)

await prepareRefusal(server.database)

const wish = {
  results: ['arrest', 'child-identified'],
  usefulness: 'useful',
  missing: ['source port'],
  audience: 'clearinghouse',
  words: 'Synthetic words 17',
}
const ok = async <T>(answer: Promise<{ status: number; body: unknown; text: string }>): Promise<T> => {
  const { status, body, text } = await answer
  assert.equal(status, 200, text)
  return body as T
}
const noticesOf = (person: SignedIn): Promise<OutcomeNotices> => ok(person.get('/api/outcome-notices'))
const newTip = async (account: string): Promise<{ reportId: string; tipId: string }> => {
  const reportId = await fileThin(client, 'wisconsin', account)
  return { reportId, tipId: await tipOf(server, reportId, people.wisconsin.agency) }
}

test('an outcome reaches the colleagues who worked on the report, and not who gave it', async () => {
  const { reportId, tipId } = await newTip('worked')
  await ok(avery.post(`/api/tips/${tipId}/notes`, { text: 'Synthetic note 1' }))
  const before = await noticesOf(avery)
  const given = await ok<OutcomeView>(
    robin.post(`/api/tips/${tipId}/outcomes`, { ...wish, audience: 'own agency' }),
  )
  assert.equal(given.by, 'Robin Sample')
  const after = await noticesOf(avery)
  assert.equal(after.unseen, before.unseen + 1)
  const [news] = after.notices
  assert.deepEqual([news?.reportId, news?.tipId, news?.results], [reportId, tipId, wish.results])
  assert.ok(!JSON.stringify(after).includes('Synthetic words'), 'words are for whom they were given to')
  assert.ok((await noticesOf(robin)).notices.every((each) => each.reportId !== reportId))
  await ok(avery.post('/api/outcome-notices/seen', { noticeIds: [news?.noticeId] }))
  assert.equal((await noticesOf(avery)).unseen, before.unseen)
})

test('kept at home, the clearinghouse neither reads it nor counts it; given back, it does', async () => {
  const count = async (): Promise<number> =>
    (await ok<AnswerOf<'readScorecards'>>(morgan.get('/api/scorecards'))).providers[0]?.outcomes.given ?? 0
  const before = await count()
  const { tipId } = await newTip('kept')
  await ok(robin.post(`/api/tips/${tipId}/outcomes`, { ...wish, audience: 'own agency' }))
  assert.equal(await count(), before)
  await ok(robin.post(`/api/tips/${tipId}/outcomes`, wish))
  assert.equal(await count(), before + 1)
})

test('a corrected place is work too: the analyst is told what came of it once it is given back', async () => {
  const { reportId, tipId } = await newTip('placed')
  await ok(
    morgan.post(`/api/reports/${reportId}/place`, {
      role: 'subject',
      country: 'US',
      region: 'WI',
      because: 'Synthetic',
    }),
  )
  await ok(robin.post(`/api/tips/${tipId}/outcomes`, { ...wish, audience: 'own agency' }))
  assert.ok((await noticesOf(morgan)).notices.every((each) => each.reportId !== reportId))
  await ok(robin.post(`/api/tips/${tipId}/outcomes`, wish))
  assert.ok(
    (await noticesOf(morgan)).notices.some((each) => each.reportId === reportId && each.tipId === null),
  )
})

test('an outcome is taken back once, and stays on record as taken back', async () => {
  const { tipId } = await newTip('withdrawn')
  const { outcomeId } = await ok<OutcomeView>(robin.post(`/api/tips/${tipId}/outcomes`, wish))
  await ok(avery.post(`/api/outcomes/${outcomeId}/withdraw`))
  assert.equal((await avery.post(`/api/outcomes/${outcomeId}/withdraw`)).status, 409)
  const { outcomes } = await ok<{ outcomes: OutcomeView[] }>(robin.get(`/api/tips/${tipId}/outcomes`))
  assert.equal(outcomes[0]?.withdrawn?.by, 'Avery Placeholder')
})

test('another agency neither gives, reads nor takes back; nor does a nonsense outcome pass', async () => {
  const { tipId } = await newTip('border')
  const { outcomeId } = await ok<OutcomeView>(robin.post(`/api/tips/${tipId}/outcomes`, wish))
  assert.equal((await casey.post(`/api/tips/${tipId}/outcomes`, wish)).status, 404)
  assert.equal((await casey.get(`/api/tips/${tipId}/outcomes`)).status, 404)
  assert.equal((await casey.post(`/api/outcomes/${outcomeId}/withdraw`)).status, 404)
  for (const bad of [
    { ...wish, results: [] },
    { ...wish, results: ['solved'] },
    { ...wish, usefulness: 'very' },
  ])
    assert.equal((await robin.post(`/api/tips/${tipId}/outcomes`, bad)).status, 400)
})

test('usefulness is not told apart while so few outcomes are given that a number points at one report', async () => {
  const read = async () => {
    const { providers } = await ok<AnswerOf<'readScorecards'>>(morgan.get('/api/scorecards'))
    const own = providers.find((each) => each.provider === 'Example Provider')
    assert.ok(own)
    return own
  }
  for (let n = 0; (await read()).outcomes.given < 4; n++) {
    const { tipId } = await newTip(`few-${n}`)
    await ok(robin.post(`/api/tips/${tipId}/outcomes`, wish))
  }
  const few = await read()
  assert.deepEqual([few.outcomes.usefulness, few.hindered], [null, []])
  const { tipId } = await newTip('fifth')
  await ok(robin.post(`/api/tips/${tipId}/outcomes`, { ...wish, usefulness: 'not useful' }))
  const five = await read()
  assert.deepEqual(five.outcomes.usefulness, { useful: 4, partlyUseful: 0, notUseful: 1, notSaid: 0 })
  assert.equal(five.hindered[0]?.part, 'source port')
  assert.equal(five.outcomes.available, five.outcomes.given + five.outcomes.noneGiven)
  for (const part of five.parts)
    assert.equal(part.present + part.absent + part.unknown + part.notNeeded, five.reports, part.part)
  assert.ok(
    five.wouldMove.length > 0 &&
      five.wouldMove.every((each) => !/\b(search|scan|monitor)/i.test(each.advice)),
  )
})

const pursued = (view: StatisticsView) =>
  view.ledger.find(({ what }) => what === 'investigations initiated')?.fromLedger

test('statistics: decisions and outcomes are counted once, and the ledger agrees with the tables', async () => {
  const read = (): Promise<StatisticsView> => ok(robin.get('/api/statistics'))
  const before = await read()
  const { tipId } = await newTip('counted')
  const decision = { kind: 'pursue', reasons: ['subject-known'], note: '' }
  const first = await ok<{ decisionId: string }>(robin.post(`/api/tips/${tipId}/decisions`, decision))
  await ok(robin.post(`/api/decisions/${first.decisionId}/undo`))
  await ok(robin.post(`/api/tips/${tipId}/decisions`, decision))
  await ok(robin.post(`/api/tips/${tipId}/outcomes`, wish))
  const after = await read()
  assert.equal(after.total, before.total + 1)
  assert.equal(pursued(after), (pursued(before) ?? 0) + 1, 'what was taken back is not counted')
  for (const line of after.ledger) assert.equal(line.fromLedger, line.fromTables, line.what)
  assert.equal(
    after.byLabel.reduce((sum, each) => sum + each.count, 0),
    after.total,
  )
  assert.equal(after.byCounty.reduce((sum, each) => sum + each.count, 0) + after.withoutCounty, after.total)
  const theirs = await ok<StatisticsView>(casey.get('/api/statistics'))
  assert.equal(theirs.total, 0, 'another agency counts its own')
})

test('the clearinghouse counts what was made available, and nothing of what agencies decided', async () => {
  const view = await ok<StatisticsView>(morgan.get('/api/statistics'))
  assert.ok(view.total > 0)
  assert.deepEqual([view.decided, view.ledger], [null, []])
  assert.deepEqual(
    view.times.map(({ measure }) => measure),
    ['received to available'],
  )
})

test('the counts are taken out as they are read, with their entry and not without, and after a fresh proof alone', async () => {
  const path = '/api/statistics/export?format=csv'
  const proven = (at: string) => server.database.query(`update session set proven_at = ${at}`)
  await proven(`now() - interval '1 hour'`)
  assert.match((await robin.get(path)).text, /step-up-needed/)
  await proven('now()')
  const refused = await whileRefused(server.database, 'statistics.exported', () => robin.get(path))
  assert.equal(refused.status, 500)
  const { status, text } = await robin.get(path)
  assert.equal(status, 200, text)
  const view = await ok<StatisticsView>(robin.get('/api/statistics'))
  const lines: [part: string, what: string, count: number | undefined, unit: string][] = [
    ['Made available', 'all', view.total, 'tips'],
    ['Decisions that stand', 'not decided', view.decided?.undecided, 'tips'],
    ['By county', 'without a county', view.withoutCounty, 'tips'],
  ]
  for (const { what, count } of view.byProvider) lines.push(['By provider', what, count, 'tips'])
  for (const { what, fromLedger } of view.ledger)
    lines.push([
      'Counts from the ledger',
      `${codeNamesEn.ledgerWhat[what]}: by the ledger`,
      fromLedger,
      'entries',
    ])
  for (const [part, what, count, unit] of lines) {
    const line = `"${part}","${what}",${count},"${unit}"`
    assert.ok(text.split('\r\n').includes(line), `${line} is not in ${text}`)
  }
  for (const code of view.caveats) {
    assert.ok(!text.includes(`"${code}"`), `${code} is told in words`)
    assert.ok(text.includes(codeNamesEn.caveats[code].replaceAll('"', '""')), code)
  }
  const spanish = (await robin.get(`${path}&language=es`)).text
  assert.match(spanish, /^\ufeff?"Parte","Qué","Número","Unidad"/)
  assert.match(spanish, /"Antes de citar un número","Una cuenta de avisos no es/)
  assert.doesNotMatch(spanish, /not prevalence|Before you quote|"tips"/)
  const theirs = await morgan.get(path)
  assert.equal(theirs.status, 200)
  assert.doesNotMatch(
    theirs.text,
    /Decisions that stand|Counts from the ledger/,
    'what agencies decided is theirs',
  )
  const book = await robin.get('/api/statistics/export?format=xlsx')
  assert.equal(book.text.slice(0, 2), 'PK')
  const entries = await server.database.query(`select from ledger_entry where action = 'statistics.exported'`)
  assert.equal(entries.length, 4)
})

test('a provider whose name begins as a formula is a name in the export of the counts', async () => {
  const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1+1', '\r=1+1']
  for (const [place, formula] of formulas.entries()) {
    const { tipId } = await newTip(`formula-${place}`)
    await server.database.query(
      `update tip set summary = jsonb_set(summary, '{provider}', to_jsonb($2::text)) where tip_id = $1`,
      [tipId, `${formula} provider`],
    )
  }
  const { text } = await robin.get('/api/statistics/export?format=csv')
  for (const formula of formulas) assert.ok(text.includes(`'${formula.trimStart()} provider"`), formula)
  assert.doesNotMatch(text, /"[\s\p{Cc}]*[=+\-@]/u, 'no cell begins as a formula')
})

test('a period that is none says so', async () => {
  for (const [query, says] of [
    ['from=2026-02-30', 'no day of the calendar'],
    ['from=2026-05-01&to=2026-04-01', 'ends before it begins'],
    ['from=2010-01-01&to=2026-01-01', 'days at most'],
  ] as const) {
    const { status, text } = await robin.get(`/api/statistics?${query}`)
    assert.equal(status, 400)
    assert.match(text, new RegExp(says))
  }
})

test('the map of a state has its counties, and a state that is none has no map', async () => {
  const map = await ok<AnswerOf<'readCountyMap'>>(robin.get('/api/maps/counties/WI'))
  assert.equal(map.counties.length, 72)
  assert.ok(JSON.stringify(map).length < 150_000)
  assert.equal((await robin.get('/api/maps/counties/ZZ')).status, 404)
})

test('an analyst who labelled a report, or spoke of a link of it, is told too, and not before it is given back', async () => {
  const [linked, other] = [await newTip('spoken-of'), await newTip('spoken-of')]
  const labelled = await newTip('labelled')
  const because = 'Synthetic reason 1'
  const at = `/api/reports/${linked.reportId}`
  const { links } = await ok<ReviewView>(morgan.get(`/api/review?report=${linked.reportId}`))
  const link = links.find(({ between }) => between.includes(other.reportId))
  assert.ok(link)
  const verdict = { reportId: other.reportId, linkId: link.linkId, verdict: 'confirmed', because }
  await ok(morgan.post(`${at}/links/judge`, verdict))
  await ok(morgan.post(`/api/reports/${labelled.reportId}/label`, { label: 'referral', because }))
  for (const { reportId, tipId } of [linked, other, labelled]) {
    const told = async () =>
      (await noticesOf(morgan)).notices.filter((each) => each.reportId === reportId).length
    await ok(robin.post(`/api/tips/${tipId}/outcomes`, { ...wish, audience: 'own agency' }))
    assert.equal(await told(), 0)
    await ok(robin.post(`/api/tips/${tipId}/outcomes`, wish))
    assert.equal(await told(), 1)
  }
})

test('at an agency that referred the tip on, whoever opened it is told, with their own tip', async () => {
  const { reportId, tipId } = await newTip('referred-on')
  await readTip(avery, tipId)
  await decide(robin, tipId, refer(people.washington.agency))
  await passUndoWindow(server, tipId)
  const theirs = await tipOf(server, reportId, people.washington.agency)
  await ok(casey.post(`/api/tips/${theirs}/referral/accept`, { because: 'Synthetic reason' }))
  const told = async (person: SignedIn) =>
    (await noticesOf(person)).notices.filter((each) => each.reportId === reportId).map((each) => each.tipId)
  await ok(casey.post(`/api/tips/${theirs}/outcomes`, { ...wish, audience: 'own agency' }))
  assert.deepEqual([await told(avery), await told(robin)], [[], []])
  await ok(casey.post(`/api/tips/${theirs}/outcomes`, wish))
  assert.deepEqual([await told(avery), await told(robin)], [[tipId], [tipId]])
})
