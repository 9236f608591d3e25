import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import {
  type Amendments,
  type QueueFacets,
  type QueueNews,
  type QueuePage,
  type QueueViews,
} from '@opentipline/contract'
import { fillQueue } from '../support/long-queue.ts'
import { people, signedIn } from '../faults/support/person.ts'
import { clientOf, fileThin, tipOf } from '../faults/support/reports.ts'
import { eventually, startTestServer } from '../support/server.ts'

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Provider'))
const filed = await fileThin(client, 'wisconsin', 'queue-account')
const firstTip = await tipOf(server, filed, people.wisconsin.agency)
await fillQueue(server.database, people.wisconsin.agency, 300)
const robin = await signedIn(server, people.wisconsin.id)
const casey = await signedIn(server, people.washington.id)
const avery = await signedIn(server, 'demo-supervisor-wi')

const told = async <T>(path: string, who = robin): Promise<T> => {
  const { status, text } = await who.get(path)
  assert.equal(status, 200, `${path}: ${text}`)
  return JSON.parse(text)
}
const facetsOf = (query: string, who = robin) => told<QueueFacets>(`/api/queue/facets?${query}`, who)

/** An export, as it came. */
const given = async (path: string, who = robin): Promise<string> => {
  const { status, text } = await who.get(path)
  assert.equal(status, 200, text)
  return text
}

/** Every tip of a list, page by page: slow and without a count of its own. */
const listed = async (query: string): Promise<QueuePage['rows']> => {
  const rows: QueuePage['rows'] = []
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: QueuePage = await told(`/api/tips?limit=100&${query}${after ? `&after=${after}` : ''}`)
    rows.push(...page.rows)
    after = page.next
  }
  return rows
}

const decided = async () => (await facetsOf('')).decidedByDay.reduce((sum, each) => sum + each.decisions, 0)

const queries = [
  '',
  'lane=work',
  'lane=work&provider=Example%20Service%203',
  'region=WI,%20US&label=referral',
  'lane=enrich&age=older&clock=none',
  'cells=2x1-5x3&unread=yes',
  'search=Sampletown%207',
]
for (const query of queries)
  test(`each value of each facet counts what the list then shows (${query || 'no filter'})`, async () => {
    const { facets, matching } = await facetsOf(query)
    assert.equal((await listed(query)).length, matching)
    for (const [facet, values] of Object.entries(facets)) {
      const { value, tips } = values[Math.min(1, values.length - 1)] ?? {}
      if (value === undefined) continue
      const narrowed = new URLSearchParams(query)
      narrowed.set(facet, value)
      assert.equal((await listed(narrowed.toString())).length, tips, `${facet} ${value}`)
    }
  })

const heldTips = async () => (await facetsOf('lane=held')).matching

test('a change that commits after a later one was counted is counted all the same', async () => {
  const before = await heldTips()
  const slow = new pg.Client({ connectionString: server.database.url })
  await slow.connect()
  try {
    const open = `select tip_id from tip where agency_id = 'wi-wisconsin' and state = 'open' order by tip_id desc`
    await slow.query('begin')
    await slow.query(`update tip set state = 'requested' where tip_id = (${open} limit 1)`)
    await server.database.query(
      `update tip set state = 'requested' where tip_id = (${open} offset 1 limit 1)`,
    )
    assert.equal(await heldTips(), before + 1, 'the later one, which committed first')
    await slow.query('commit')
    assert.equal(await heldTips(), before + 2)
  } finally {
    await slow.end()
  }
})

test('tips whose clocks lie microseconds apart come once each, however small the pages', async () => {
  await server.database.query(
    `update tip set band_rank = 99, risk_low = 1, risk_high = 1,
       next_clock_at = timestamptz '2031-01-01 00:00:00Z' + make_interval(secs => (tip_id % 7) * 0.0001)
     where agency_id = 'wi-wisconsin' and lane = 'enrich'`,
  )
  const seen: string[] = []
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: QueuePage = await told(`/api/tips?limit=7&lane=enrich${after ? `&after=${after}` : ''}`)
    seen.push(...page.rows.map(({ tipId }) => tipId))
    after = page.next
  }
  assert.equal(new Set(seen).size, seen.length)
  assert.equal(seen.length, (await facetsOf('lane=enrich')).matching)
})

test('another agency counts nothing of it, and a filter that names nothing known is told', async () => {
  assert.equal((await facetsOf('', casey)).matching, 0)
  assert.equal((await robin.get('/api/queue/facets?signal=no-such-signal')).status, 400)
  assert.equal((await robin.get('/api/queue/facets?cells=9x9')).status, 400)
})

test('the pace counts decisions by day, and none that was undone', async () => {
  const decide = { kind: 'pursue', reasons: ['subject-known'], note: '' }
  const made = await robin.post(`/api/tips/${firstTip}/decisions`, decide)
  assert.equal(made.status, 200, made.text)
  assert.equal(await decided(), 1)
  const { decisionId }: { decisionId: string } = JSON.parse(made.text)
  assert.equal((await robin.post(`/api/decisions/${decisionId}/undo`)).status, 200)
  assert.equal(await decided(), 0)
})

test('news counts what came since, and what of it stands above a tip', async () => {
  const since = new Date().toISOString()
  const news = (above: string) => told<QueueNews>(`/api/queue/news?lane=work&since=${since}&above=${above}`)
  const rows = await listed('lane=work')
  const [top, bottom] = [rows[0]?.tipId ?? '', rows.at(-1)?.tipId ?? '']
  assert.deepEqual([(await news(bottom)).fresh, (await news(bottom)).above], [0, 0])
  const middle = rows[Math.floor(rows.length / 2)]?.tipId ?? ''
  await server.database.query(`update tip set amended_at = now() + interval '1 second' where tip_id = $1`, [
    middle,
  ])
  assert.deepEqual([(await news(bottom)).fresh, (await news(bottom)).above], [1, 1])
  assert.deepEqual([(await news(top)).fresh, (await news(top)).above], [1, 0])
  assert.equal((await robin.get('/api/queue/news?since=yesterday')).status, 400)
})

test('a view is its owner’s, a shared one the agency’s, and only the owner removes it', async () => {
  const save = async (name: string, shared: boolean, who = robin): Promise<string> => {
    const { status, text } = await who.post('/api/queue/views', { name, shared, filter: { lane: 'enrich' } })
    assert.equal(status, 200, text)
    return JSON.parse(text).viewId
  }
  const names = async (who: typeof robin) =>
    (await told<QueueViews>('/api/queue/views', who)).views.map(({ name, mine }) => `${name} ${mine}`)
  const [own, shared] = [await save('Own', false), await save('Shared', true)]
  assert.equal(await save(' Own ', false), own, 'the same name is the same view')
  assert.deepEqual(await names(robin), ['Own true', 'Shared true'])
  assert.deepEqual(await names(avery), ['Shared false'])
  assert.deepEqual(await names(casey), [])
  assert.equal((await avery.post(`/api/queue/views/${shared}/remove`)).status, 404)
  assert.equal((await avery.post('/api/queue/default-view', { viewId: own })).status, 404)
  assert.equal((await avery.post('/api/queue/default-view', { viewId: shared })).status, 200)
  assert.equal((await told<QueueViews>('/api/queue/views', avery)).defaultViewId, shared)
  await save('Shared', false)
  assert.equal((await told<QueueViews>('/api/queue/views', avery)).defaultViewId, null, 'no longer shared')
  assert.equal((await robin.post(`/api/queue/views/${shared}/remove`)).status, 200)
  assert.deepEqual(await names(robin), ['Own true'])
})

test('an export has a row for each tip that the list shows, no text of it is a formula, and it is logged', async () => {
  await server.database.query(
    `update tip set summary = summary || '{"incidentType": "=1+1"}' where tip_id = $1`,
    [firstTip],
  )
  const csv = await given('/api/queue/export?format=csv&lane=work', robin)
  const lines = csv.trim().split('\r\n')
  assert.equal(lines.length, 1 + (await listed('lane=work')).length)
  const chosen = await given(`/api/queue/export?format=csv&tips=${firstTip}`, robin)
  assert.equal(chosen.trim().split('\r\n').length, 2)
  assert.ok(chosen.includes("'=1+1") && !chosen.includes(',=1+1'), chosen)
  assert.equal(
    (await given(`/api/queue/export?format=csv&tips=${firstTip}`, casey)).trim().split('\r\n').length,
    1,
  )
  const spanish = await given(`/api/queue/export?format=csv&language=es&tips=${firstTip}`, robin)
  assert.match(spanish, /^.?"Aviso","Informe","Carril",.*\r\n.*,"Trabajar","Abierto",/, spanish)
  const xlsx = await given('/api/queue/export?format=xlsx&lane=work', robin)
  assert.ok(xlsx.startsWith('PK'))
  const logged = await server.database.query(`select from ledger_entry where action = 'queue.exported'`)
  assert.equal(logged.length, 5)
})

test('an amended import tells what it states otherwise, and to its own agency alone', async () => {
  const { openTipline: _, ...document } = JSON.parse((await robin.get(`/api/reports/${filed}/le-json`)).text)
  const exported = JSON.stringify(document)
  const send = async (text: string) => {
    const { status, text: said } = await robin.post('/api/imports?name=synthetic.json', JSON.parse(text))
    assert.equal(status, 200, said)
    return String(JSON.parse(said).reportId)
  }
  const imported = await send(exported)
  const tipId = await tipOf(server, imported, people.wisconsin.agency)
  assert.equal(await send(exported.replaceAll('queue-account', 'queue-account-amended')), imported)
  const { stated } = await eventually(async () => {
    const answer = await told<Amendments>(`/api/tips/${tipId}/amendments`)
    return answer.stated.length > 0 ? answer : undefined
  })
  const changes = stated.flatMap((revision) => revision.changes)
  assert.ok(
    changes.some(
      (change) =>
        change.kind === 'changed' &&
        change.before === 'queue-account' &&
        change.after === 'queue-account-amended',
    ),
    JSON.stringify(changes),
  )
  assert.equal((await casey.get(`/api/tips/${tipId}/amendments`)).status, 404)
})
