import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LedgerPage, LedgerReview, LedgerVerification } from '@opentipline/contract'
import { decodeEntry } from '@opentipline/ledger'
import { prepareRefusal, whileRefused } from '../faults/support/refuse-entries.ts'
import { clientOf, fileThin, tipOf } from '../faults/support/reports.ts'
import { eventually, startTestServer } from '../support/server.ts'
import { type Member, memberOf, staffOf } from './support/staff.ts'

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Provider'))
const staff = await staffOf(server)
const chief = memberOf(staff, 'auditor', 'clearinghouse')
const wisconsin = memberOf(staff, 'auditor', 'wi-wisconsin')
const washington = memberOf(staff, 'auditor', 'wa-washington')
const officer = memberOf(staff, 'officer', 'wi-wisconsin')

const call = (who: Member, path: string, init: RequestInit = {}) =>
  fetch(`${server.address}/api${path}`, { ...init, headers: { ...init.headers, cookie: who.cookie } })
const search = async (who: Member, query = ''): Promise<LedgerPage> => {
  const answer = await call(who, `/ledger?${query}`)
  const text = await answer.text()
  assert.equal(answer.status, 200, text)
  return JSON.parse(text)
}

const reportId = await fileThin(client, 'wisconsin', 'audited')
const tipId = await tipOf(server, reportId, 'wi-wisconsin')
assert.equal((await call(officer, `/tips/${tipId}`)).status, 200)
await eventually(async () => ((await search(chief, 'action=tip.read')).entries.length > 0 ? true : undefined))

test('an auditor finds by person, object, action and time', async () => {
  for (const query of [
    `person=${officer.personId}&action=tip.read`,
    `objectKind=tip&objectId=${tipId}&action=tip.read`,
    `action=tip.read&from=2020-01-01T00:00Z`,
  ]) {
    const { entries, checkpoint } = await search(chief, query)
    assert.equal(entries.length, 1, query)
    assert.partialDeepStrictEqual(entries[0], {
      actor: { kind: 'person', id: officer.personId, name: `Person ${officer.personId}` },
      actingFor: 'wi-wisconsin',
      object: { kind: 'tip', id: tipId },
      outcome: 'done',
    })
    assert.ok(checkpoint === null || checkpoint.size > 0)
  }
  assert.equal((await search(chief, 'action=tip.read&to=2020-01-01T00:00Z')).entries.length, 0)
  assert.equal((await search(chief, 'person=nobody')).entries.length, 0)
})

test('pages by key give every entry once, newest first, while others are written', async () => {
  const seen: number[] = []
  let after = ''
  for (;;) {
    const page = await search(chief, `limit=3${after}`)
    seen.push(...page.entries.map((entry) => entry.index))
    if (page.next === undefined) break
    after = `&after=${page.next}`
  }
  assert.ok(seen.length > 10)
  assert.deepEqual(
    seen,
    [...new Set(seen)].toSorted((one, two) => two - one),
  )
  assert.equal(seen.at(-1), 0)
})

test('an agency’s auditor reads what its own people did, and nothing of another’s', async () => {
  const own = await search(wisconsin, 'action=tip.read')
  assert.equal(own.entries.length, 1)
  const other = await search(washington)
  assert.deepEqual(
    other.entries.filter((entry) => entry.actingFor !== 'wa-washington'),
    [],
  )
  assert.equal((await search(washington, `objectKind=tip&objectId=${tipId}`)).entries.length, 0)
})

test('the search is itself in the ledger, with what was looked for', async () => {
  await search(chief, 'person=looked-for&action=tip.read')
  const found = await eventually(async () => {
    const { entries } = await search(chief, `action=ledger.searched&person=${chief.personId}`)
    return entries.find((entry) => entry.details.person === 'looked-for')
  })
  assert.deepEqual(found.details, { person: 'looked-for', action: 'tip.read' })
})

test('a search for what no entry can hold is answered, not broken', async () => {
  assert.equal((await search(chief, 'person=%01%ED%A0%80')).entries.length, 0)
  assert.equal((await call(chief, '/ledger?from=2026-13-41T00:00Z')).status, 400)
  assert.equal((await call(chief, '/ledger?after=x')).status, 400)
  assert.equal((await call(chief, '/ledger?limit=201')).status, 400)
})

test('the export is the entries as they are hashed, oldest first, one a line', async () => {
  const answer = await call(chief, '/ledger/export')
  assert.equal(answer.headers.get('content-type'), 'application/x-ndjson')
  const lines = (await answer.text()).trimEnd().split('\n')
  const entries = lines.map((line) => decodeEntry(Buffer.from(line)))
  assert.ok(entries.length > 10)
  const rows = await server.database.query<{ canonical: Buffer }>(
    'select canonical from ledger_leaf join ledger_entry using (entry_id) order by leaf_index limit $1',
    [lines.length],
  )
  assert.deepEqual(
    lines,
    rows.map((row) => row.canonical.toString()),
  )
  const mine = await (await call(washington, '/ledger/export')).text()
  for (const line of mine
    .trimEnd()
    .split('\n')
    .filter((each) => each !== ''))
    assert.equal(decodeEntry(Buffer.from(line)).actingFor, 'wa-washington')
  assert.equal((await call(chief, '/ledger/export?to=nonsense')).status, 400)
})

const verified = async (): Promise<LedgerVerification> => {
  const answer = await call(chief, '/ledger/verifications', { method: 'POST' })
  const begun: LedgerVerification = JSON.parse(await answer.text())
  assert.ok(begun.verificationId, JSON.stringify(begun))
  return eventually(async () => {
    const now: LedgerVerification = JSON.parse(
      await (await call(chief, `/ledger/verifications/${begun.verificationId}`)).text(),
    )
    return now.endedAt === null ? undefined : now
  })
}

test('verify now finds the log sound, and finds a flipped column', async () => {
  await eventually(async () => ((await search(chief)).checkpoint === null ? undefined : true))
  const sound = await verified()
  assert.equal(sound.state, 'sound', JSON.stringify(sound))
  assert.equal(sound.done, sound.size)
  await server.database.query(`update ledger_entry set actor = 'person:x' where action = 'tip.read'`)
  const wrong = await verified()
  assert.equal(wrong.state, 'wrong')
  assert.match(wrong.problems[0]?.what ?? '', /column actor/)
  assert.equal((await call(chief, '/ledger/verifications/none')).status, 404)
})

test('an auditor sees no report, by any operation or by SQL settings', async () => {
  for (const who of [chief, wisconsin])
    for (const path of ['/tips', `/tips/${tipId}`, `/reports/${reportId}/le-json`, '/pipeline'])
      assert.equal((await call(who, path)).status, 403, `${who.place} ${path}`)
})

test('an auditor records a review, with its entry and never without, and nobody else reads or writes one', async () => {
  const post = (who: Member, body: unknown) =>
    call(who, '/ledger/reviews', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const reviewsOf = async (who: Member): Promise<LedgerReview[]> => {
    const { reviews } = (await (await call(who, '/ledger/reviews')).json()) as { reviews: LedgerReview[] }
    return reviews
  }
  const { checkpoint } = await search(chief)
  const size = checkpoint?.size ?? 0
  const noticed = 'Synthetic note 17'
  assert.equal(
    (await post(wisconsin, { upTo: size + 10_000, noticed })).status,
    400,
    'further than is signed',
  )
  assert.equal((await post(wisconsin, { upTo: size, noticed: '' })).status, 400)
  await prepareRefusal(server.database)
  const refused = await whileRefused(server.database, 'ledger.reviewed', () =>
    post(wisconsin, { upTo: size, noticed }),
  )
  assert.equal(refused.status, 500)
  assert.deepEqual(await reviewsOf(wisconsin), [])
  assert.equal((await post(wisconsin, { upTo: size, noticed })).status, 200)
  assert.equal((await post(chief, { upTo: size, noticed })).status, 200)
  assert.deepEqual(
    (await reviewsOf(wisconsin)).map((each) => [each.upTo, each.noticed]),
    [[size, noticed]],
  )
  assert.deepEqual([(await reviewsOf(washington)).length, (await reviewsOf(chief)).length], [0, 2])
  assert.equal((await call(officer, '/ledger/reviews')).status, 403)
  const [entry] = await server.database.query<{ text: string }>(
    `select convert_from(canonical, 'UTF8') as text from ledger_entry where action = 'ledger.reviewed' order by at, entry_id`,
  )
  assert.ok(entry && !entry.text.includes(noticed), 'words stay out of the log')
})
