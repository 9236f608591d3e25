/** Sessions, accounts and changes of access against small models of them, over random histories and a clock that moves. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { outcomeOf, refusedByPrivilege } from '../faults/support/as-role.ts'
import { cookiesAfter, startTestServer } from '../support/server.ts'
import { openDatabase } from '../../packages/server/src/db/database.ts'
import { recordFailure } from '../../packages/server/src/features/people/account-state.ts'

let now = new Date()
const server = await startTestServer(undefined, { clock: () => now })
const minuteMs = 60_000

type Session = { began: number; seen: number; proven: number; isLocked: boolean; hasEnded: boolean }
const acts = ['read', 'read unattended', 'prove', 'act that asks for a proof', 'lock', 'end'] as const
type Act = (typeof acts)[number]
const nobody = '00000000-0000-4000-8000-000000000000'
const calls: Record<Act, [method: 'GET' | 'POST', path: string]> = {
  read: ['GET', '/viewing'],
  'read unattended': ['GET', '/viewing'],
  prove: ['POST', '/demo/step-up'],
  'act that asks for a proof': ['POST', `/account/sessions/${nobody}/end`],
  lock: ['POST', '/session/lock'],
  end: ['POST', '/session/end'],
}
const worksLocked: readonly Act[] = ['prove', 'end']

/** What the design says comes of an act, in minutes: 15 idle ones lock, 12 hours end, and a proof lasts five. */
const expected = (session: Session, act: Act, at: number): string => {
  if (session.hasEnded || at - session.began >= 12 * 60) return 'not-signed-in'
  if (session.isLocked || at - session.seen > 15) {
    session.isLocked = true
    if (!worksLocked.includes(act)) return 'session-locked'
  } else if (act !== 'read unattended') session.seen = at
  if (act === 'prove') Object.assign(session, { isLocked: false, seen: at, proven: at })
  if (act === 'lock') session.isLocked = true
  if (act === 'end') session.hasEnded = true
  if (act !== 'act that asks for a proof') return ''
  return at - session.proven > 5 ? 'step-up-needed' : 'not-found'
}

test('whatever is done with a session and however long it is left, it answers as the design says', async () => {
  const step = fc.record({
    wait: fc.constantFrom(0, 0, 2, 4, 6, 14, 16, 300),
    act: fc.constantFrom(...acts.slice(0, 4), ...acts),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      now = new Date()
      let cookie = ''
      const call = async (act: Act | 'sign in'): Promise<string> => {
        const [method, path] = act === 'sign in' ? (['POST', '/demo/sign-in'] as const) : calls[act]
        const body = act === 'sign in' ? { personId: 'demo-officer-wi' } : { thisIsADemonstration: true }
        const answer = await fetch(`${server.address}/api${path}`, {
          method,
          headers: {
            cookie,
            'content-type': 'application/json',
            ...(act === 'read unattended' ? { 'tipline-unattended': 'yes' } : {}),
          },
          ...(method === 'POST'
            ? { body: JSON.stringify(act === 'prove' || act === 'sign in' ? body : {}) }
            : {}),
        })
        cookie = cookiesAfter(answer, cookie)
        const value: unknown = await answer.json().catch(() => ({}))
        return answer.ok ? '' : String(Reflect.get(Object(value), 'code'))
      }
      assert.equal(await call('sign in'), '')
      let at = 0
      const session: Session = { began: 0, seen: 0, proven: 0, isLocked: false, hasEnded: false }
      for (const { wait, act } of steps) {
        at += wait
        now = new Date(now.getTime() + wait * minuteMs)
        assert.equal(await call(act), expected(session, act, at), `${act} after ${at} minutes`)
      }
    }),
    { numRuns: 12 },
  )
})

test('an account locks with the fifth failure within a quarter of an hour, and never by fewer', async (t) => {
  const database = openDatabase(server.database.url)
  t.after(() => database.close())
  let made = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 9 }),
      async (waits) => {
        const personId = `guessed-${(made += 1)}`
        await server.database.query(`insert into person (person_id, name) values ($1, 'Synthetic')`, [
          personId,
        ])
        const times: number[] = []
        let at = Date.parse('2026-01-01T00:00:00Z')
        for (const wait of waits) {
          at += wait * minuteMs
          times.push(at)
          await database.transaction({ role: 'tipline_door', kind: 'door', source: 'internal' }, (tx) =>
            recordFailure(tx, personId, 'synthetic', new Date(at)),
          )
          const isLocked = times.some(
            (time, index) =>
              times.slice(0, index + 1).filter((each) => each > time - 15 * minuteMs).length >= 5,
          )
          const [row] = await server.database.query<{ locked: boolean }>(
            'select locked_at is not null as locked from person where person_id = $1',
            [personId],
          )
          assert.equal(row?.locked, isLocked, `after ${times.length} failures`)
        }
      },
    ),
    { numRuns: 15 },
  )
})

test('past the program too, a change of access is settled by a second person and in their own name', async () => {
  const { database } = server
  await database.query(`update person set last_signed_in_at = now() where person_id = 'demo-supervisor-wi'`)
  const [made] = await database.query<{ id: string }>(
    `insert into access_change (agency_id, person_id, kind, because, asked_by, asked_at)
     values ('wi-wisconsin', 'demo-officer-wi', 'device', 'Synthetic', 'demo-officer-wi', now()) returning change_id as id`,
  )
  const people = ['demo-officer-wi', 'demo-supervisor-wi', 'demo-officer-wa']
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...people),
      fc.constantFrom('', 'wi-wisconsin', 'wa-washington'),
      fc.constantFrom('approved', 'refused', 'alone'),
      fc.constantFrom(null, ...people),
      async (person, administers, state, decidedBy) => {
        const told = await outcomeOf(
          database.url,
          'tipline_desk',
          { agencies: '{wi-wisconsin}', person, ...(administers ? { administers } : {}) },
          'update access_change set state = $2, decided_by = $3, decided_at = now() where change_id = $1 returning 1',
          [made?.id, state, decidedBy],
        )
        const isRight =
          administers === 'wi-wisconsin' &&
          person !== 'demo-officer-wi' &&
          decidedBy === person &&
          state !== 'alone'
        // A row that the asker does not see is no row to them; a constraint may speak where the guard did not have to.
        assert.equal(
          told === 'accepted (1 rows)',
          isRight,
          `${person}, ${administers}, ${state}, ${decidedBy}: ${told}`,
        )
      },
    ),
    { numRuns: 60 },
  )
  const begun = `insert into access_change (agency_id, person_id, kind, because, asked_by, asked_at, state, decided_at)
    values ('wi-wisconsin', 'demo-officer-wi', 'device', 'x', 'demo-officer-wi', now(), 'alone', now())`
  const settings = { agencies: '{wi-wisconsin}', person: 'demo-officer-wi' }
  assert.equal(await outcomeOf(database.url, 'tipline_desk', settings, begun), refusedByPrivilege)
})
