/** Tips that are pursued together, through HTTP. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AnswerOf, CaseView, OutcomeView } from '@opentipline/contract'
import { people, signedIn } from '../faults/support/person.ts'
import { prepareRefusal, whileRefused } from '../faults/support/refuse-entries.ts'
import { clientOf, fileThin, tipOf } from '../faults/support/reports.ts'
import { startTestServer } from '../support/server.ts'

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Provider'))
const robin = await signedIn(server, people.wisconsin.id)
const avery = await signedIn(server, 'demo-supervisor-wi')
const casey = await signedIn(server, people.washington.id)

await prepareRefusal(server.database)

const ok = async <T>(answer: Promise<{ status: number; body: unknown; text: string }>): Promise<T> => {
  const { status, body, text } = await answer
  assert.equal(status, 200, text)
  return body as T
}
const newTip = async (account: string): Promise<string> =>
  tipOf(server, await fileThin(client, 'wisconsin', account), people.wisconsin.agency)
const open = async (account: string): Promise<{ caseId: string; path: string; tipId: string }> => {
  const tipId = await newTip(account)
  const { row } = await ok<CaseView>(robin.post('/api/cases', { title: 'Synthetic case', tipIds: [tipId] }))
  return { caseId: row.caseId, path: `/api/cases/${row.caseId}`, tipId }
}

test('a case holds tips and changes nothing of them', async () => {
  const { path, tipId } = await open('hold')
  const other = await newTip('hold-2')
  const two = await ok<CaseView>(avery.post(`${path}/tips`, { tipId: other }))
  assert.deepEqual(
    two.tips.map(({ row }) => [row.tipId, row.state]).toSorted(),
    [
      [tipId, 'open'],
      [other, 'open'],
    ].toSorted(),
  )
  assert.equal((await avery.post(`${path}/tips`, { tipId: other })).status, 409)
  const one = await ok<CaseView>(robin.post(`${path}/tips/${other}/remove`, { because: 'Synthetic reason' }))
  assert.deepEqual(
    one.tips.map(({ row }) => row.tipId),
    [tipId],
  )
  assert.equal((await robin.post(`${path}/tips/${other}/remove`, { because: 'Synthetic' })).status, 404)
  assert.equal(one.row.tips, 1)
})

test('a tip in two cases says so in both', async () => {
  const first = await open('both')
  const second = await ok<CaseView>(
    robin.post('/api/cases', { title: 'Synthetic case B', tipIds: [first.tipId] }),
  )
  assert.deepEqual(second.tips[0]?.alsoIn, [{ caseId: first.caseId, title: 'Synthetic case' }])
})

test('tasks are taken, done and undone, with who and when; none has a date by which', async () => {
  const { path } = await open('tasks')
  const { tasks } = await ok<CaseView>(robin.post(`${path}/tasks`, { says: 'Synthetic task 1' }))
  const task = `${path}/tasks/${tasks[0]?.taskId}`
  const taken = await ok<CaseView>(avery.post(task, { change: 'take' }))
  assert.equal(taken.tasks[0]?.taken, 'Avery Placeholder')
  const done = await ok<CaseView>(robin.post(task, { change: 'done' }))
  assert.equal(done.tasks[0]?.done?.by, 'Robin Sample')
  assert.equal(done.row.openTasks, 0)
  const again = await ok<CaseView>(robin.post(task, { change: 'not done' }))
  assert.equal(again.tasks[0]?.done, null)
  assert.ok(!Object.keys(again.tasks[0] ?? {}).some((name) => /due|deadline/i.test(name)))
})

test('legal process goes only as far as somebody says it went', async () => {
  const { path } = await open('process')
  const { process } = await ok<CaseView>(
    robin.post(`${path}/process`, {
      kind: 'search warrant',
      addressedTo: 'Example Provider',
      reference: 'SW-17',
    }),
  )
  const step = `${path}/process/${process[0]?.processId}`
  assert.equal((await robin.post(step, { step: 'returned', on: '2026-01-05', what: '' })).status, 409)
  assert.equal((await robin.post(step, { step: 'sent', on: '2999-01-01' })).status, 400)
  const sent = await ok<CaseView>(robin.post(step, { step: 'sent', on: '2026-01-05' }))
  assert.deepEqual(
    [sent.process[0]?.state, sent.process[0]?.sentOn, sent.row.awaited],
    ['sent', '2026-01-05', 1],
  )
  assert.equal((await robin.post(step, { step: 'returned', on: '2026-01-04', what: '' })).status, 400)
  const back = await ok<CaseView>(
    robin.post(step, { step: 'returned', on: '2026-01-20', what: 'Synthetic records' }),
  )
  assert.deepEqual([back.process[0]?.state, back.row.awaited], ['returned', 0])
})

test('closing keeps everything, refuses additions, and can be undone', async () => {
  const { path, caseId } = await open('close')
  const closed = await ok<CaseView>(robin.post(`${path}/close`, { because: 'Synthetic reason' }))
  assert.deepEqual([closed.row.state, closed.closed?.because], ['closed', 'Synthetic reason'])
  assert.equal((await robin.post(`${path}/tasks`, { says: 'x' })).status, 409)
  const list = await ok<AnswerOf<'listCases'>>(robin.get('/api/cases?state=closed'))
  assert.ok(list.cases.some((each) => each.caseId === caseId))
  assert.equal(list.counts.closed, list.cases.length)
  const again = await ok<CaseView>(robin.post(`${path}/reopen`))
  assert.deepEqual([again.row.state, again.closed], ['open', null])
})

test('an outcome for a case names each tip; a tip that is not in it is refused and nothing is told', async () => {
  const { path, tipId } = await open('outcome')
  const stranger = await newTip('outcome-stranger')
  const outcome = {
    results: ['arrest'],
    usefulness: 'useful',
    missing: [],
    audience: 'own agency',
    words: '',
  }
  const refused = await robin.post(`${path}/outcomes`, { tipIds: [tipId, stranger], outcome })
  assert.equal(refused.status, 400)
  assert.match(refused.text, new RegExp(`Tip ${stranger} is not in this case`))
  const none = await ok<{ outcomes: OutcomeView[] }>(robin.get(`${path}/outcomes`))
  assert.deepEqual(none.outcomes, [])
  await ok(robin.post(`${path}/outcomes`, { tipIds: [tipId], outcome }))
  const told = await ok<{ outcomes: OutcomeView[] }>(robin.get(`${path}/outcomes`))
  assert.deepEqual(
    told.outcomes.map((each) => [each.tipId, each.results]),
    [[tipId, ['arrest']]],
  )
  assert.equal((await ok<CaseView>(robin.get(path))).row.withOutcome, 1)
})

test('another agency finds no such case, and cannot take its tips into one of its own', async () => {
  const { path, tipId, caseId } = await open('border')
  assert.equal((await casey.get(path)).status, 404)
  assert.equal((await casey.post(`${path}/tasks`, { says: 'x' })).status, 404)
  assert.equal((await casey.post('/api/cases', { title: 'Synthetic', tipIds: [tipId] })).status, 404)
  const theirs = await ok<AnswerOf<'listCases'>>(casey.get('/api/cases'))
  assert.ok(theirs.cases.every((each) => each.caseId !== caseId))
})

test('a case without a name or with a strange number says what is wrong', async () => {
  const tipId = await newTip('bad')
  assert.equal((await robin.post('/api/cases', { title: '  ', tipIds: [tipId] })).status, 400)
  assert.equal((await robin.post('/api/cases', { title: 'x', tipIds: [] })).status, 400)
  assert.equal((await robin.get('/api/cases/abc')).status, 404)
})

/** What some spreadsheet would take for a formula. */
const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1+1', '\r=1+1']

test('cases are taken out as they are listed: no title and no reason is a formula, after a fresh proof, with an entry and not without', async () => {
  const tipId = await newTip('export')
  for (const formula of formulas) {
    const { row } = await ok<CaseView>(
      robin.post('/api/cases', { title: `${formula} open`, tipIds: [tipId] }),
    )
    await ok<CaseView>(robin.post('/api/cases', { title: `${formula} kept`, tipIds: [tipId] }))
    await ok<CaseView>(robin.post(`/api/cases/${row.caseId}/close`, { because: `${formula} because` }))
  }
  const path = '/api/cases/export?format=csv'
  const proven = (at: string) => server.database.query(`update session set proven_at = ${at}`)
  await proven(`now() - interval '1 hour'`)
  assert.match((await robin.get(path)).text, /step-up-needed/)
  await proven('now()')
  assert.equal((await whileRefused(server.database, 'cases.exported', () => robin.get(path))).status, 500)
  const listed = await robin.get(path)
  assert.equal(listed.status, 200, listed.text)
  const closed = await robin.get(`${path}&state=closed&language=es`)
  assert.match(listed.text, /^\ufeff?"Case","Title","State","Opened by","Opened \(UTC\)","Tips"/)
  assert.match(closed.text, /^\ufeff?"Caso","Título","Estado","Abierto por","Abierto \(UTC\)","Avisos"/)
  assert.match(closed.text, /"Cerrado"/, 'a state is told in words, in the language asked for')
  for (const formula of formulas) {
    const start = formula.trimStart()
    for (const [text, says] of [
      [listed.text, `${start} kept`],
      [closed.text, `${start} open`],
      [closed.text, `${start} because`],
    ] as const) {
      assert.ok(text.includes(`'${says}"`), `${JSON.stringify(says)} is not told as a text in ${text}`)
      assert.ok(!text.includes(`"${says}"`), `${JSON.stringify(says)} begins a cell`)
    }
  }
  const { cases } = await ok<AnswerOf<'listCases'>>(robin.get('/api/cases'))
  assert.equal(listed.text.trimEnd().split('\r\n').length, cases.length + 1, 'as many as are listed')
  assert.equal((await robin.get('/api/cases/export?format=xlsx')).text.slice(0, 2), 'PK')
  assert.doesNotMatch((await casey.get(path)).text, /kept/, 'another agency’s cases')
  const entries = await server.database.query(`select from ledger_entry where action = 'cases.exported'`)
  assert.equal(entries.length, 4)
})
