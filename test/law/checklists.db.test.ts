import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ChecklistsView, TipChecklist, TipChecklists, TipDetail } from '@opentipline/contract'
import { type SignedIn, signedIn } from '../faults/support/person.ts'
import { prepareRefusal, whileRefused } from '../faults/support/refuse-entries.ts'
import { clientOf, fileThin, tipOf } from '../faults/support/reports.ts'
import { startTestServer } from '../support/server.ts'

const server = await startTestServer()
const supervisor = await signedIn(server, 'demo-supervisor-wi')
const officer = await signedIn(server, 'demo-officer-wi')
const washington = await signedIn(server, 'demo-officer-wa')
const client = clientOf(server.address, await server.addProvider('Example Provider'))
// Of the kind "Child Sex Tourism": the list for trafficking is one for it, and whether others are is not known.
const tipId = await tipOf(server, await fileThin(client, 'wisconsin', 'checklists'), 'wi-wisconsin')

const get = async <T>(person: SignedIn, path: string): Promise<T> => {
  const told = await person.get(path)
  assert.equal(told.status, 200, told.text)
  return told.body as T
}
const post = async <T>(person: SignedIn, path: string, body: unknown): Promise<T> => {
  const told = await person.post(path, body)
  assert.equal(told.status, 200, told.text)
  return told.body as T
}
const of = ({ lists }: TipChecklists, id: string): TipChecklist => {
  const found = lists.find(({ list }) => list.id === id)
  assert.ok(found, id)
  return found
}
const at = `/api/tips/${tipId}/checklists`
const because = 'Synthetic reason 1'

test('the lists for a report come first, with the signal that says so; what is not known is told as unknown', async () => {
  const { lists } = await get<TipChecklists>(officer, at)
  assert.equal(lists[0]?.list.id, 'trafficking')
  assert.deepEqual(lists[0]?.because, [{ signal: 'trafficking or tourism', value: 'true' }])
  const enticement = of({ lists, requires: [] }, 'enticement')
  assert.equal(enticement.applies, 'unknown')
  for (const { list, ticks } of lists) {
    assert.deepEqual(ticks, {})
    for (const item of list.items) assert.ok(item.citation && item.source, item.id)
  }
})

test('a tick has a name, a time and a note; unticking keeps it; the tip and its queue are as before', async () => {
  const before = await get<TipDetail>(officer, `/api/tips/${tipId}`)
  await post(officer, `${at}/trafficking/where-now`, { done: true, note: 'Synthetic note 1' })
  const after = await post<TipChecklists>(supervisor, `${at}/trafficking/where-now`, {
    done: false,
    note: '',
  })
  const ticks = of(after, 'trafficking').ticks['where-now'] ?? []
  assert.deepEqual(
    ticks.map(({ done, by, note }) => [done, by, note]),
    [
      [false, 'Avery Placeholder', ''],
      [true, 'Robin Sample', 'Synthetic note 1'],
    ],
  )
  const now = await get<TipDetail>(officer, `/api/tips/${tipId}`)
  assert.deepEqual([now.row.state, now.row.nextClock], [before.row.state, before.row.nextClock])
  assert.deepEqual(now.decisions, [])
  const rows = await server.database.query<{ action: string }>(
    `select action from ledger_entry where action like 'tip.checklist-%' order by 1`,
  )
  assert.deepEqual(
    rows.map(({ action }) => action),
    ['tip.checklist-ticked', 'tip.checklist-unticked'],
  )
})

test('what is no item, and another agency’s tip, is not there to be ticked', async () => {
  for (const path of ['trafficking/no-such-item', 'no-such-list/where-now', 'trafficking/toString'])
    assert.equal((await officer.post(`${at}/${path}`, { done: true, note: '' })).status, 404, path)
  assert.equal((await washington.get(at)).status, 404)
  const wish = { done: true, note: '' }
  assert.equal((await washington.post(`${at}/trafficking/where-now`, wish)).status, 404)
})

const own = `asOf: "2026-11-22"
lists:
  - id: own-first-look
    version: 1
    title: {en: Synthetic own list}
    about: {en: Synthetic}
    whenAny: [trafficking or tourism, enticement]
    items:
      - id: told-lead
        do: {en: Synthetic step 1}
        why: {en: Synthetic why 1}
        force: agency policy
        citation: Example Unit, General Order 2
        source: https://example.com/order-2
        date: "2026-01-01"
        status: secondary
adds:
  - to: trafficking
    items:
      - id: own-step
        do: {en: Synthetic step 2}
        why: {en: Synthetic why 2}
        force: guidance
        citation: Example handbook
        source: https://example.com/handbook
        date: "2026-01-01"
        status: secondary
requires:
  - {list: own-first-look, item: told-lead, before: [decline], citation: "Example Unit, General Order 2"}
  - {list: enticement, item: access, before: [decline, pursue], citation: "Example Unit, General Order 3"}
`

test('a faulty text of an agency is told by line and not kept; an officer may not keep one', async () => {
  const faulty = own.replace('to: trafficking', 'to: nothing')
  const { problems } = await post<{ problems: { line: number; message: string }[] }>(
    supervisor,
    '/api/checklists/check',
    { text: faulty },
  )
  assert.match(problems[0]?.message ?? '', /"nothing" is no list in use/)
  assert.ok((problems[0]?.line ?? 0) > 1)
  const wish = { text: faulty, basedOn: 0, because }
  assert.equal((await supervisor.post('/api/checklists/own', wish)).status, 400)
  assert.equal((await officer.post('/api/checklists/own', { ...wish, text: own })).status, 403)
  assert.deepEqual((await get<ChecklistsView>(officer, '/api/checklists')).versions, [])
})

test('an agency’s own layer stands beside and behind the shipped lists, by version, for that agency alone', async () => {
  const saved = await post<ChecklistsView>(supervisor, '/api/checklists/own', {
    text: own,
    basedOn: 0,
    because,
  })
  assert.deepEqual(
    saved.versions.map(({ version, by, because: why }) => [version, by, why]),
    [[1, 'Avery Placeholder', because]],
  )
  assert.equal((await supervisor.post('/api/checklists/own', { text: own, basedOn: 0, because })).status, 409)
  const here = await get<TipChecklists>(officer, at)
  assert.ok(of(here, 'own-first-look').own)
  assert.deepEqual(of(here, 'trafficking').ownItems, ['own-step'])
  assert.equal(of(here, 'trafficking').ticks['where-now']?.length, 2, 'ticks stay')
  const there = await get<ChecklistsView>(washington, '/api/checklists')
  assert.ok(there.lists.every((each) => !each.own && each.ownItems.length === 0))
  assert.deepEqual(there.versions, [])
})

test('an item is before a decision only by the agency’s own rule, which is named; a list that may not be for the report asks nothing', async () => {
  const decline = { kind: 'decline', reasons: ['not-enough-information'], note: '' }
  const refused = await officer.post(`/api/tips/${tipId}/decisions`, decline)
  assert.equal(refused.status, 400, refused.text)
  assert.match(refused.text, /General Order 2/)
  assert.match(refused.text, /Synthetic step 1/)
  assert.doesNotMatch(refused.text, /General Order 3/, 'whether it is enticement is not known')
  await post(officer, `${at}/own-first-look/told-lead`, { done: true, note: '' })
  const made = await post<{ decisionId: string; inForce: TipDetail['decisions'][number]['inForce'] }>(
    officer,
    `/api/tips/${tipId}/decisions`,
    decline,
  )
  const law = made.inForce?.law
  assert.equal(law?.asOf, '2026-11-22')
  assert.equal(law?.own, 0)
  // What bears on it in Wisconsin: the nation's, the 7th Circuit's, and no other circuit's.
  for (const id of ['usc-2258a-silence', 'scotus-deshaney', 'protect-2025-shield', 'usc-21114-priority'])
    assert.ok(law?.entries.includes(id), id)
  for (const id of ['ca2-harrington', 'ca9-wilson', 'wi-gasper', 'usc-2703-f'])
    assert.ok(!law?.entries.includes(id), `${id}: another circuit, no files, or not on this`)
})

test('the notes beside fields and around files come with their sources', async () => {
  const { notes } = await get<{ notes: { place: string; field?: string; citation: string }[] }>(
    officer,
    '/api/guidance',
  )
  assert.ok(notes.some(({ field }) => field === 'viewState'))
  assert.ok(notes.some(({ place }) => place === 'before opening'))
  for (const { citation } of notes) assert.ok(citation.length > 0)
})

const count = async (table: string): Promise<number> =>
  (await server.database.query(`select from ${table}`, [])).length

test('nothing is ticked, and no layer kept, without its entry in the log', async () => {
  await prepareRefusal(server.database)
  const acts: [action: string, table: string, act: () => Promise<{ status: number }>][] = [
    [
      'tip.checklist-ticked',
      'checklist_tick',
      () => officer.post(`${at}/trafficking/other-areas`, { done: true, note: '' }),
    ],
    [
      'agency.checklists-changed',
      'agency_checklist',
      () => supervisor.post('/api/checklists/own', { text: own, basedOn: 1, because }),
    ],
  ]
  for (const [action, table, act] of acts) {
    const before = await count(table)
    assert.equal((await whileRefused(server.database, action, act)).status, 500, action)
    assert.equal(await count(table), before, `${table} was written without ${action}`)
    assert.equal((await act()).status, 200, action)
    assert.equal(await count(table), before + 1)
  }
})
