/**
 * Invariants 4 and 5 over the real interfaces: whatever providers, the clearinghouse and the pipeline do, in whatever order, it
 * never makes, changes or implies a decision at an agency, and never a moment by which an agency would have to act. Some reports
 * are undecided and some were decided on before; every act may meet either.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { QueuePage, ReviewView, TipClocks } from '@opentipline/contract'
import fc from 'fast-check'
import { type SignedIn, signedIn } from '../faults/support/person.ts'
import { decide } from '../discretion/support.ts'
import { clientOf, fileThin, type Place, reportFrom, tipOf } from '../faults/support/reports.ts'
import { eventually, startTestServer } from '../support/server.ts'

/**
 * Every run tries some; `TIPLINE_SEQUENCES=10000` the full count, which takes minutes. One database is enough for many: what is
 * asked is the program, not the server under it.
 */
const onEmbedded = process.env.TIPLINE_TEST_POSTGRES_KIND !== 'system'
const sequences = Number(process.env.TIPLINE_SEQUENCES ?? (onEmbedded ? 1_500 : 100))
const batch = 250
const atATime = 16
const seed = Number(process.env.TIPLINE_SEED ?? 20_261_122)

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Provider'))
const analyst = await signedIn(server, 'demo-analyst')
const officer = await signedIn(server, 'demo-officer-wi')

type Step =
  | { act: 'file'; place: Place; account: number }
  | { act: 'retract'; place: Place }
  | { act: 'route'; report: number; agency: 'wi-wisconsin' | 'wa-washington' }
  | { act: 'correct'; report: number; region: 'WI' | 'WA' }
  | { act: 'label'; report: number; label: 'referral' | 'informational' | null }
  | { act: 'link'; report: number; verdict: 'confirmed' | 'rejected' | null }
  | { act: 'retry'; report: number }
  | { act: 'look' }

const place = fc.constantFrom<Place>('wisconsin', 'washington', 'nowhere')
const report = fc.nat(1_000_000)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ act: fc.constant('file' as const), place, account: fc.nat(400) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('retract' as const), place }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('route' as const),
      report,
      agency: fc.constantFrom('wi-wisconsin' as const, 'wa-washington' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('correct' as const),
      report,
      region: fc.constantFrom('WI' as const, 'WA' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('label' as const),
      report,
      label: fc.constantFrom('referral' as const, 'informational' as const, null),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('link' as const),
      report,
      verdict: fc.constantFrom('confirmed' as const, 'rejected' as const, null),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('retry' as const), report }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('look' as const) }) },
)

const filed: string[] = []
const because = 'Synthetic reason 1'
/** Answers that the clearinghouse may get: done, or refused for the state the thing is in. Never a failure of ours. */
const expected = new Set([200, 400, 403, 404, 409, 422])
const taken = new Map<string, number>()

const post = async (person: SignedIn, path: string, body: unknown): Promise<void> => {
  const { status, text } = await person.post(path, body)
  assert.ok(expected.has(status), `${path} answered ${status}: ${text}`)
}

/** The first link of a report, where it has one. */
const judgeLink = async (known: string, verdict: 'confirmed' | 'rejected' | null): Promise<void> => {
  const [link] = ((await analyst.get(`/api/review?report=${known}`)).body as ReviewView).links
  const other = link?.between.find((id) => id !== known)
  if (!link || other === undefined) return
  judged += 1
  await post(analyst, `/api/reports/${known}/links/judge`, {
    reportId: other,
    linkId: link.linkId,
    verdict,
    because,
  })
}
let judged = 0

const take = async (each: Step): Promise<void> => {
  taken.set(each.act, (taken.get(each.act) ?? 0) + 1)
  const known = 'report' in each ? filed[each.report % Math.max(1, filed.length)] : undefined
  switch (each.act) {
    case 'file': {
      const { reportId } = await client.submit(reportFrom(each.place, `no-duty-${each.account}`))
      await client.finish(reportId)
      filed.push(reportId)
      return
    }
    case 'retract': {
      const { reportId } = await client.submit(reportFrom(each.place, 'no-duty-retracted'))
      await client.retract(reportId)
      return
    }
    case 'route':
      if (known) await post(analyst, `/api/pipeline/${known}/route`, { agencyId: each.agency, because })
      return
    case 'correct':
      if (known)
        await post(analyst, `/api/reports/${known}/place`, {
          role: 'subject',
          country: 'US',
          region: each.region,
          because,
        })
      return
    case 'label':
      if (known) await post(analyst, `/api/reports/${known}/label`, { label: each.label, because })
      return
    case 'link':
      if (known) await judgeLink(known, each.verdict)
      return
    case 'retry':
      if (known) await post(analyst, `/api/pipeline/${known}/retry`, {})
      return
    case 'look':
      assert.equal((await analyst.get('/api/pipeline')).status, 200)
  }
}

const takeAll = async (list: readonly (readonly Step[])[]): Promise<void> => {
  const waiting = [...list]
  const run = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) for (const each of next) await take(each)
  }
  await Promise.all(Array.from({ length: atATime }, run))
}

/** Everything in the database by which an agency has decided, word for word; and by which it would have to act. */
const standsSql = `
  select 'decision' as what, to_jsonb(d)::text as row from decision d
  union all select 'reopening', to_jsonb(r)::text from reopening r
  union all select 'tip', concat_ws(' ', tip_id, state, held_until) from tip where state <> 'open' or held_until is not null
  union all select 'case', to_jsonb(c)::text from case_file c
  union all select 'outcome', to_jsonb(o)::text from outcome o
  union all select 'moment', to_jsonb(e)::text from clock_entry e
  union all select 'agency time', to_jsonb(a)::text from agency_time a
  union all select 'next clock that is nobody''s law', next_clock_name from tip
    where next_clock_name not in ('provider hold ends', 'hold ends') or (next_clock_name = 'hold ends' and held_until is null)
  union all select 'clock of no law', body->>'force' from tip_clock where body->>'force' not in ('law', 'agency policy')
  order by what, row`
type Standing = { what: string; row: string }
const standing = (): Promise<Standing[]> => server.database.query<Standing>(standsSql, [])

/** What an officer decided before any of it: one tip for each kind. */
const decided = [
  { kind: 'pursue', reasons: ['child-at-risk'], note: '' },
  { kind: 'decline', reasons: ['resources'], note: '' },
  {
    kind: 'hold',
    reasons: ['await-answer'],
    note: '',
    holdUntil: new Date(Date.now() + 20 * 86_400_000).toISOString(),
  },
  { kind: 'request', reasons: ['source-port'], note: '' },
]
for (const [at, wish] of decided.entries()) {
  const reportId = await fileThin(client, 'wisconsin', `no-duty-${at}`)
  await decide(officer, await tipOf(server, reportId, 'wi-wisconsin'), wish)
  filed.push(reportId)
}
const before = await standing()
assert.equal(before.filter(({ what }) => what === 'decision').length, decided.length)

const nothingIsImplied = async (when: string): Promise<void> =>
  assert.deepEqual(await standing(), before, when)

test(`no sequence of the clearinghouse's and the pipeline's acts makes a decision or a due date at an agency (${sequences}, seed ${seed})`, async () => {
  const all = fc.sample(fc.array(step, { minLength: 1, maxLength: 3 }), { numRuns: sequences, seed })
  for (let done = 0; done < all.length; done += batch) {
    await takeAll(all.slice(done, done + batch))
    await nothingIsImplied(`after sequence ${done + batch}`)
  }
  for (const act of ['file', 'retract', 'route', 'correct', 'label', 'link', 'retry', 'look'])
    assert.ok((taken.get(act) ?? 0) > 0, `${act} was never tried`)
  assert.ok(judged > 0, 'no link was ever spoken of')
  await eventually(async () => {
    const [left] = await server.database.query<{ n: string }>('select count(*) as n from work', [])
    return Number(left?.n) === 0 ? true : undefined
  }, 120_000)
  await nothingIsImplied('when the pipeline is through')
})

test('what an agency is then shown: what it left undecided is, nothing else is held, and each moment is by law', async () => {
  // Anew: a session locks after 15 minutes in which nobody was there, and many sequences take longer.
  const reader = await signedIn(server, 'demo-officer-wi')
  const closed: string[] = []
  for (const lane of ['done', 'held']) {
    const { body } = await reader.get(`/api/tips?lane=${lane}&limit=100`)
    closed.push(...(body as QueuePage).rows.map((row) => row.reportId))
  }
  assert.deepEqual(
    closed.filter((reportId) => !filed.slice(0, decided.length).includes(reportId)),
    [],
  )
  const reportId = filed.at(-1) ?? ''
  await post(analyst, `/api/reports/${reportId}/place`, {
    role: 'subject',
    country: 'US',
    region: 'WI',
    because,
  })
  const tipId = await tipOf(server, reportId, 'wi-wisconsin')
  const { body } = await reader.get(`/api/tips/${tipId}/clocks`)
  const { clocks } = body as TipClocks
  assert.ok(clocks.length > 0)
  for (const clock of clocks) assert.ok(['law', 'agency policy'].includes(clock.force), JSON.stringify(clock))
})
