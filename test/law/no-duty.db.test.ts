/**
 * Invariants 4 and 5 over the real interfaces: whatever providers, the clearinghouse and the pipeline do, in whatever order, it
 * never makes, changes or implies a decision at an agency, and never a moment by which an agency would have to act.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { QueuePage, TipClocks } from '@opentipline/contract'
import fc from 'fast-check'
import { type SignedIn, signedIn } from '../faults/support/person.ts'
import { clientOf, type Place, reportFrom, tipOf } from '../faults/support/reports.ts'
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
  | { act: 'retry'; report: number }
  | { act: 'look' }

const place = fc.constantFrom<Place>('wisconsin', 'washington', 'nowhere')
const report = fc.nat(1_000_000)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant('file' as const), place, account: fc.nat(400) }) },
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

/** Everything in the database by which an agency would have decided, or by which it would have to act. */
const impliedSql = `
  select 'a decision' as what from decision
  union all select 'a reopening' from reopening
  union all select 'a tip that is not open' from tip where state <> 'open' or held_until is not null
  union all select 'a case' from case_file
  union all select 'an outcome' from outcome
  union all select 'a moment somebody entered' from clock_entry
  union all select 'an agency time' from agency_time
  union all select 'a next clock that is nobody''s law: ' || next_clock_name from tip
    where next_clock_name is not null and next_clock_name <> 'provider hold ends'
  union all select 'a clock of no law: ' || (body->>'force') from tip_clock where body->>'force' not in ('law', 'agency policy')
  limit 5`

const nothingIsImplied = async (when: string): Promise<void> => {
  const found = await server.database.query<{ what: string }>(impliedSql, [])
  assert.deepEqual(found, [], when)
}

test(`no sequence of the clearinghouse's and the pipeline's acts makes a decision or a due date at an agency (${sequences}, seed ${seed})`, async () => {
  const all = fc.sample(fc.array(step, { minLength: 1, maxLength: 3 }), { numRuns: sequences, seed })
  for (let done = 0; done < all.length; done += batch) {
    await takeAll(all.slice(done, done + batch))
    await nothingIsImplied(`after sequence ${done + batch}`)
  }
  for (const act of ['file', 'retract', 'route', 'correct', 'retry', 'look'])
    assert.ok((taken.get(act) ?? 0) > 0, `${act} was never tried`)
  await eventually(async () => {
    const [left] = await server.database.query<{ n: string }>('select count(*) as n from work', [])
    return Number(left?.n) === 0 ? true : undefined
  }, 120_000)
  await nothingIsImplied('when the pipeline is through')
})

test('what an agency is then shown: all is undecided, nothing held, and each moment is by law and binds the provider', async () => {
  for (const lane of ['done', 'held']) {
    const { body } = await officer.get(`/api/tips?lane=${lane}`)
    assert.deepEqual((body as QueuePage).rows, [], lane)
  }
  const reportId = filed.at(-1) ?? ''
  await post(analyst, `/api/reports/${reportId}/place`, {
    role: 'subject',
    country: 'US',
    region: 'WI',
    because,
  })
  const tipId = await tipOf(server, reportId, 'wi-wisconsin')
  const { body } = await officer.get(`/api/tips/${tipId}/clocks`)
  const { clocks } = body as TipClocks
  assert.ok(clocks.length > 0)
  for (const clock of clocks) assert.ok(['law', 'agency policy'].includes(clock.force), JSON.stringify(clock))
})
