import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PolicyList, PolicyText, QueuePage, TipDetail } from '@opentipline/contract'
import { type SignedIn, signedIn } from '../faults/support/person.ts'
import { clientOf, fileThin, tipOf } from '../faults/support/reports.ts'
import { eventually, startTestServer } from '../support/server.ts'

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Provider'))
const officer = await signedIn(server, 'demo-officer-wi')
const supervisor = await signedIn(server, 'demo-supervisor-wi')

const get = async <T>(person: SignedIn, path: string): Promise<T> => {
  const told = await person.get(path)
  assert.equal(told.status, 200, told.text)
  return told.body as T
}
const post = async <T>(person: SignedIn, path: string, body: unknown = {}): Promise<T> => {
  const told = await person.post(path, body)
  assert.equal(told.status, 200, told.text)
  return told.body as T
}
const say = (tipId: string, signal: string, value: 'true' | 'false') =>
  post(officer, `/api/tips/${tipId}/records`, { signal, value, note: 'Synthetic note' })
const read = (tipId: string) => get<TipDetail>(officer, `/api/tips/${tipId}`)

const tips: string[] = []
for (const name of ['a', 'b', 'c', 'd', 'e'])
  tips.push(await tipOf(server, await fileThin(client, 'wisconsin', `order-${name}`), 'wi-wisconsin'))

/** The whole queue, a row a page. */
const queue = async (): Promise<QueuePage['rows']> => {
  const rows: QueuePage['rows'] = []
  for (let after = ''; ; ) {
    const page = await get<QueuePage>(officer, `/api/tips?limit=1${after && `&after=${after}`}`)
    rows.push(...page.rows)
    if (!page.next) return rows
    after = page.next
  }
}
const byEnd = (end: 'low' | 'high') => (a: QueuePage['rows'][number], b: QueuePage['rows'][number]) => {
  const other = end === 'low' ? 'high' : 'low'
  return b.risk[end] - a.risk[end] || b.risk[other] - a.risk[other]
}

/** What the tip page says an answer would do is what the answer does. */
const holdsWhatItSays = async (signal: string): Promise<void> => {
  let tried = 0
  for (const value of ['true', 'false'] as const) {
    const [first, , third, , last] = await queue()
    for (const row of [last, third, first]) {
      assert.ok(row)
      const said = (await read(row.tipId)).assessment?.unknown.find((each) => each.signal === signal)
      if (!said) continue
      tried += 1
      const expected = value === 'true' ? said.ifTrue : said.ifFalse
      await say(row.tipId, signal, value)
      const now = await read(row.tipId)
      assert.deepEqual(
        { band: now.row.band, lane: now.row.lane, risk: now.row.risk, place: now.position },
        {
          band: expected.band,
          lane: expected.lane,
          risk: expected.risk,
          place: expected.place,
        },
      )
      await undo(row.tipId)
    }
  }
  assert.ok(tried >= 4, 'answers were tried either way')
}

const undo = async (tipId: string): Promise<void> => {
  for (const { recordId, withdrawn, signal } of (await read(tipId)).records ?? [])
    if (!withdrawn && signal === 'prior sexual convictions')
      await post(officer, `/api/tips/${tipId}/records/${recordId}/withdraw`, {
        because: 'Synthetic reason',
      })
}

test('under the order that agencies begin with, an answer moves a tip to the place that was told', async () => {
  await holdsWhatItSays('prior sexual convictions')
})

test('a policy that goes by the high end orders the queue by it, page by page', async () => {
  const copy = await post<PolicyText>(officer, '/api/policies/balanced/2/copy')
  const path = `/api/policies/${copy.policyId}/${copy.version}`
  const edited = await post<PolicyText>(officer, `${path}/text`, {
    text: copy.text
      .replace('order: {end: low}', 'order: {end: high}')
      .replace(
        '{any: [registered offender, prior sexual convictions]}, points',
        'prior sexual convictions, points',
      ),
  })
  assert.deepEqual(edited.problems, [])
  await post(officer, `${path}/propose`, { because: 'Synthetic reason' })
  await post(supervisor, `${path}/activate`)
  await eventually(async () => {
    const list = await get<PolicyList>(officer, '/api/policies')
    return list.inForce.id === copy.policyId || undefined
  })
  const [a = '', b = '', c = ''] = tips
  // More is known to be so of the first than of any other, and less may be so of it than of the others.
  await say(a, 'prior allegations', 'true')
  await say(a, 'prior sexual convictions', 'false')
  await say(b, 'prior allegations', 'false')
  await say(c, 'prior allegations', 'true')
  const rows = await queue()
  assert.equal(rows.length, tips.length)
  assert.ok(new Set(rows.map((row) => row.band)).size === 1, 'one band, so that points alone decide')
  assert.deepEqual(
    rows.map((row) => row.risk),
    rows.toSorted(byEnd('high')).map((row) => row.risk),
  )
  assert.notDeepEqual(
    rows.map((row) => row.tipId),
    rows.toSorted(byEnd('low')).map((row) => row.tipId),
    'the two orders differ here',
  )
  for (const [at, row] of rows.entries()) assert.equal((await read(row.tipId)).position, at + 1)
})

test('under the high end as well an answer moves a tip to the place that was told', async () => {
  await holdsWhatItSays('prior sexual convictions')
})

test('a decided tip has no place that an answer could change', async () => {
  const [, , , d = ''] = tips
  await post(officer, `/api/tips/${d}/decisions`, { kind: 'decline', reasons: ['resources'], note: '' })
  const { assessment } = await read(d)
  assert.ok(assessment && assessment.unknown.length > 0)
  assert.ok(assessment.unknown.every(({ ifTrue }) => ifTrue.place === undefined))
})
