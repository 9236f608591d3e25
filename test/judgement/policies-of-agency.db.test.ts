import assert from 'node:assert/strict'
import { test } from 'node:test'
import type {
  AgencyPolicy,
  Assessment,
  PolicyList,
  PolicyPreview,
  PolicyText,
  QueuePage,
} from '@opentipline/contract'
import { type SignedIn, signedIn } from '../faults/support/person.ts'
import { clientOf, fileThin, tipOf } from '../faults/support/reports.ts'
import { eventually, startTestServer } from '../support/server.ts'

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Provider'))
const officer = await signedIn(server, 'demo-officer-wi')
const supervisor = await signedIn(server, 'demo-supervisor-wi')
const washington = await signedIn(server, 'demo-officer-wa')

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

const reports: string[] = []
for (const name of ['a', 'b', 'c']) reports.push(await fileThin(client, 'wisconsin', `policy-${name}`))
const tips = await Promise.all(reports.map((reportId) => tipOf(server, reportId, 'wi-wisconsin')))
const elsewhere = await fileThin(client, 'washington', 'policy-elsewhere')
const tipElsewhere = await tipOf(server, elsewhere, 'wa-washington')

const inForce = (person: SignedIn, id: string) =>
  eventually(async () => {
    const list = await get<PolicyList>(person, '/api/policies')
    return list.inForce.id === id ? list : undefined
  })

test('an agency copies, edits, previews, proposes and, by a second person, activates a policy of its own', async () => {
  const before = await get<QueuePage>(officer, '/api/tips')
  assert.equal(before.policy.id, 'icac-standards')
  const copy = await post<PolicyText>(officer, '/api/policies/balanced/2/copy')
  assert.equal(copy.policyId, 'wi-wisconsin.balanced')
  assert.deepEqual(copy.problems, [])
  const path = `/api/policies/${copy.policyId}/${copy.version}`

  const broken = await post<PolicyText>(officer, `${path}/text`, {
    text: copy.text.replace('when: exact time', 'when: exact tyme'),
  })
  const line = copy.text.split('\n').findIndex((each) => each.includes('when: exact time')) + 1
  assert.equal(broken.problems[0]?.line, line)
  assert.match(broken.problems[0]?.message ?? '', /exact tyme/)
  const refused = await officer.post(`${path}/propose`, { because: 'Synthetic reason' })
  assert.equal(refused.status, 422)

  const edited = await post<PolicyText>(officer, `${path}/text`, {
    text: copy.text
      .replace('atLeast: 60', 'atLeast: 90')
      .replace(
        'band: high, says: "A child is being solicited',
        'band: medium, says: "A child is being solicited',
      ),
  })
  assert.deepEqual(edited.problems, [])
  const preview = await post<PolicyPreview>(officer, `${path}/preview`, { last: 10, line: 1 })
  assert.equal(preview.tips, 3)
  assert.equal(preview.changedBand, 3, 'every tip would be in the band of the edited policy')
  assert.ok(preview.rows.every((row) => row.after.band === 'medium'))

  await post<AgencyPolicy>(officer, `${path}/propose`, { because: 'Synthetic reason' })
  const late = await officer.post(`${path}/text`, { text: copy.text })
  assert.equal(late.status, 409, 'what has been proposed does not change')
  const alone = await officer.post(`${path}/activate`)
  assert.equal(alone.status, 403)
  const approved = await post<AgencyPolicy>(supervisor, `${path}/activate`)
  assert.ok(approved.state === 'activating' || approved.state === 'active')
  await inForce(officer, copy.policyId)

  const after = await get<QueuePage>(officer, '/api/tips')
  assert.equal(after.policy.id, copy.policyId)
  assert.deepEqual(
    after.rows.map((row) => row.band),
    ['medium', 'medium', 'medium'],
  )
  const ranking = await server.database.query('select from ranking')
  assert.equal(ranking.length, 0)
})

test('a report that comes after the activation is judged by the policy in force', async () => {
  const reportId = await fileThin(client, 'wisconsin', 'policy-after')
  const tipId = await tipOf(server, reportId, 'wi-wisconsin')
  const tip = await get<{ row: { band: string }; assessment: Assessment }>(officer, `/api/tips/${tipId}`)
  assert.equal(tip.row.band, 'medium')
  assert.equal(tip.assessment.policy.id, 'wi-wisconsin.balanced')
})

test('another agency keeps its policy, and can neither read nor copy this one', async () => {
  const page = await get<QueuePage>(washington, '/api/tips')
  assert.equal(page.policy.id, 'icac-standards')
  assert.equal((await washington.get('/api/policies/wi-wisconsin.balanced/1')).status, 404)
  assert.equal((await washington.post('/api/policies/wi-wisconsin.balanced/1/copy')).status, 404)
  const told = await washington.get(`/api/tips/${tipElsewhere}/assessments/wi-wisconsin.balanced/1`)
  assert.equal(told.status, 404)
})

test('a tip can be seen under any past version, and the old assessments are kept', async () => {
  const [tipId] = tips
  const old = await get<{ assessment: Assessment; madeAt: string | null }>(
    officer,
    `/api/tips/${tipId}/assessments/icac-standards/2`,
  )
  assert.equal(old.assessment.policy.id, 'icac-standards')
  assert.notEqual(old.madeAt, null)
  const list = await get<{ assessments: { policy: { id: string }; standing: boolean }[] }>(
    officer,
    `/api/tips/${tipId}/assessments`,
  )
  const standing = list.assessments.filter((each) => each.standing)
  assert.deepEqual(
    standing.map((each) => each.policy.id),
    ['wi-wisconsin.balanced'],
  )
  assert.ok(list.assessments.some((each) => each.policy.id === 'icac-standards'))
})

test('a proposer activates alone only where the agency has said that no second person is needed', async () => {
  const copy = await post<PolicyText>(supervisor, '/api/policies/icac-standards/2/copy')
  const path = `/api/policies/${copy.policyId}/${copy.version}`
  await post(supervisor, `${path}/propose`, { because: 'Synthetic reason' })
  assert.equal((await supervisor.post(`${path}/activate`)).status, 403)
  assert.equal((await supervisor.post('/api/policies/second-person', { secondPerson: false })).status, 403)
  const bySql = server.database.query(
    `update agency_policy set state = 'activating', approved_by = proposed_by, approved_at = now() where policy_id = $1`,
    [copy.policyId],
  )
  await assert.rejects(bySql, /a second person activates/, 'the database refuses it as well')
  await server.database.query(
    `insert into agency_rule_version (agency_id, rule, version, value, because, state, set_by, in_force_from)
     values ('wi-wisconsin', 'policies-second-person', 1, 'false', 'Synthetic', 'in force', 'demo-supervisor-wi', now())`,
  )
  await post(supervisor, `${path}/activate`)
  await inForce(officer, copy.policyId)
})

test('the acts around a policy are in the ledger', async () => {
  const rows = await server.database.query<{ action: string }>(
    `select distinct action from ledger_entry where object_kind = 'policy' and acting_for = 'wi-wisconsin' order by action`,
  )
  const told = rows.map((row) => row.action)
  for (const action of ['drafted', 'edited', 'previewed', 'proposed', 'approved'])
    assert.ok(told.includes(`policy.${action}`), action)
  const done = await server.database.query(`select from ledger_entry where action = 'policy.activated'`)
  assert.equal(done.length, 2)
})
