/** An agency's rules about itself: who sets them, what holds, and that a second person is one. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AgencyRuleList, AgencyRuleVersion } from '@opentipline/contract'
import { people, type SignedIn, signedIn } from '../faults/support/person.ts'
import { prepareRefusal, whileRefused } from '../faults/support/refuse-entries.ts'
import { startTestServer } from '../support/server.ts'

const server = await startTestServer()
await prepareRefusal(server.database)
const administrator = await signedIn(server, 'demo-administrator-wi')
const supervisor = await signedIn(server, 'demo-supervisor-wi')
const officer = await signedIn(server, people.wisconsin.id)
const elsewhere = await signedIn(server, people.washington.id)

const because = 'Synthetic reason 1'
const list = async (who: SignedIn): Promise<AgencyRuleList> => {
  const told = await who.get('/api/agency-rules')
  assert.equal(told.status, 200, told.text)
  return told.body as AgencyRuleList
}
const holds = async (rule: string, who = officer) =>
  (await list(who)).rules.find((each) => each.rule === rule)?.value
const set = (rule: string, value: unknown, who = administrator) =>
  who.post(`/api/agency-rules/${rule}`, { value, because })
const setOk = async (rule: string, value: unknown): Promise<AgencyRuleVersion> => {
  const told = await set(rule, value)
  assert.equal(told.status, 200, told.text)
  return told.body as AgencyRuleVersion
}
const step = (rule: string, version: number, what: 'approve' | 'withdraw', who: SignedIn) =>
  who.post(`/api/agency-rules/${rule}/${version}/${what}`)
const entries = async (action: string): Promise<number> =>
  (await server.database.query('select from ledger_entry where action = $1', [action])).length

test('a rule that nobody set holds as the program starts, and says so', async () => {
  const found = (await list(officer)).rules.find((each) => each.rule === 'policies-second-person')
  assert.deepEqual({ value: found?.value, version: found?.version }, { value: true, version: null })
})

test('the administrator sets a rule: it holds at once, with who, when and why, and the one before stays', async () => {
  await setOk('policies-second-person', false)
  await setOk('policies-second-person', true)
  const found = (await list(officer)).rules.find((each) => each.rule === 'policies-second-person')
  assert.equal(found?.value, true)
  assert.deepEqual(
    found?.versions.map(({ version, value, state, set: { by }, because: why }) => [
      version,
      value,
      state,
      by,
      why,
    ]),
    [
      [2, true, 'in force', 'Skyler Mockup', because],
      [1, false, 'past', 'Skyler Mockup', because],
    ],
  )
  assert.equal(await entries('agency.rule-changed'), 2)
})

test('a rule of one agency is nothing to another', async () => {
  await setOk('policies-second-person', false)
  assert.equal(await holds('policies-second-person'), false)
  assert.equal(await holds('policies-second-person', elsewhere), true)
})

test('nobody but the administrator sets a rule, and an unknown one or a wrong value is told', async () => {
  for (const who of [officer, supervisor, elsewhere])
    assert.equal((await set('policies-second-person', true, who)).status, 403)
  assert.equal((await set('no-such-rule', true)).status, 404)
  assert.equal((await set('toString', true)).status, 404)
  const told = await set('policies-second-person', 17)
  assert.equal(told.status, 400)
  assert.match(told.text, /either true or false/)
})

test('a rule is not set without its entry in the ledger', async () => {
  const before = await holds('policies-second-person')
  const told = await whileRefused(server.database, 'agency.rule-changed', () =>
    set('policies-second-person', !before),
  )
  assert.equal(told.status, 500)
  assert.equal(await holds('policies-second-person'), before)
})

test('where a second person is asked for, a change waits for one, who is not its author, and may be taken back', async () => {
  await setOk('rules-second-person', true)
  const proposed = await setOk('policies-second-person', true)
  assert.equal(proposed.state, 'proposed')
  assert.equal(await holds('policies-second-person'), false, 'what held goes on')
  assert.equal((await set('policies-second-person', true)).status, 409, 'one change at a time')
  const path = ['policies-second-person', proposed.version] as const
  assert.equal((await step(...path, 'approve', administrator)).status, 403, 'their own')
  assert.equal((await step(...path, 'approve', officer)).status, 403)
  assert.equal((await step(...path, 'approve', elsewhere)).status, 403)
  assert.equal((await step(...path, 'approve', supervisor)).status, 200)
  assert.equal(await holds('policies-second-person'), true)
  assert.equal((await step(...path, 'approve', supervisor)).status, 409, 'twice')
  const other = await setOk('policies-second-person', false)
  assert.equal((await step('policies-second-person', other.version, 'withdraw', administrator)).status, 200)
  assert.equal(await holds('policies-second-person'), true)
  assert.equal(await entries('agency.rule-approved'), 1)
})

test('nobody ends the asking for a second person alone: not over HTTP, and not in SQL', async () => {
  const ending = await setOk('rules-second-person', false)
  assert.equal(ending.state, 'proposed')
  assert.equal((await step('rules-second-person', ending.version, 'approve', administrator)).status, 403)
  await assert.rejects(
    server.database.query(
      `with ended as (update agency_rule_version set state = 'past', in_force_until = now()
         where agency_id = 'wi-wisconsin' and rule = 'rules-second-person' and state = 'in force')
       update agency_rule_version set state = 'in force', in_force_from = now(), approved_by = set_by, approved_at = now()
       where agency_id = 'wi-wisconsin' and rule = 'rules-second-person' and state = 'proposed'`,
    ),
    { code: '23514' },
  )
  assert.equal((await step('rules-second-person', ending.version, 'approve', supervisor)).status, 200)
  assert.equal((await list(officer)).secondPerson, false)
})
