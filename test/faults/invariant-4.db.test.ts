import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../support/server.ts'
import { allRoles, outcomeOf, refusedByPrivilege, type Settings } from './support/as-role.ts'
import { people, signedIn } from './support/person.ts'
import { clientOf, fileThin, tipOf } from './support/reports.ts'

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Provider'))
const reportId = await fileThin(client, 'wisconsin', 'to-decide')
const tipId = await tipOf(server, reportId, people.wisconsin.agency)

const outcome = (role: string, settings: Settings, text: string, values: unknown[] = []) =>
  outcomeOf(server.database.url, role, settings, text, values)

const insertDecision = `insert into decision (tip_id, agency_id, person_id, kind, reasons, note, state_before, policy_id,
    policy_version, revision, takes_effect_at)
  values ($1, $2, $3, 'decline', '{other}', 'Synthetic note', 'open', 'p', 1, 1, now()) returning 1`

const wisconsin: Settings = { agencies: '{wi-wisconsin}', person: people.wisconsin.id, clearinghouse: 'off' }
const analyst: Settings = { agencies: '{clearinghouse}', person: people.analyst.id, clearinghouse: 'on' }

test('a decision by a person of the agency is accepted: what is refused below is not refused for its form', async () => {
  const values = [tipId, people.wisconsin.agency, people.wisconsin.id]
  assert.equal(await outcome('tipline_desk', wisconsin, insertDecision, values), 'accepted (1 rows)')
})

for (const role of [
  'tipline_pipeline',
  'tipline_intake',
  'tipline_ledger',
  'tipline_admin',
  'tipline_door',
  'tipline_keeper',
  'tipline_gate',
])
  test(`invariant 4: ${role} cannot write decisions`, async () => {
    const values = [tipId, people.wisconsin.agency, people.wisconsin.id]
    assert.equal(await outcome(role, wisconsin, insertDecision, values), refusedByPrivilege)
    assert.equal(await outcome(role, wisconsin, 'update decision set note = note'), refusedByPrivilege)
    assert.equal(await outcome(role, wisconsin, 'delete from decision'), refusedByPrivilege)
    assert.equal(await outcome(role, wisconsin, 'truncate decision'), refusedByPrivilege)
  })

test('invariant 4: the pipeline can neither make a decided tip nor decide one that is there', async () => {
  for (const change of [
    `state = 'declined'`,
    `state = 'held', held_until = now()`,
    'held_until = now()',
    'withdrawn_at = now()',
    'available_at = now()',
  ])
    assert.equal(
      await outcome('tipline_pipeline', {}, `update tip set ${change}`),
      refusedByPrivilege,
      change,
    )
  const copied = `report_id, 'wa-washington', via, route, revision, policy_id, policy_version, label, lane, band, band_rank,
    risk_low, risk_high, act_low, act_high, summary`
  const columns = copied.replace(`'wa-washington'`, 'agency_id')
  const insert = `insert into tip (${columns}, state) select ${copied}, 'declined' from tip returning 1`
  assert.equal(await outcome('tipline_pipeline', {}, insert), refusedByPrivilege)
  const open = `insert into tip (${columns}) select ${copied} from tip returning 1`
  assert.equal(await outcome('tipline_pipeline', {}, open), 'accepted (1 rows)')
  assert.equal(await outcome('tipline_pipeline', {}, 'delete from tip'), refusedByPrivilege)
})

test('invariant 4: what an agency’s people do, take up or set for themselves, no role writes but the one they act by', async () => {
  const theirs = [
    'decision countersignature reopening tip_lease clock_entry agency_time log_window outcome case_file case_tip case_task note',
    'officer_record label_override file_authority checklist_tick made_document agency_law agency_rule_version',
  ].flatMap((line) => line.split(' '))
  const written = (role: string) =>
    server.database.query<{ name: string }>(
      `select name || ' ' || act as name from unnest($1::text[]) as name cross join unnest(array['insert', 'update']) as act
       where has_any_column_privilege($2, name, act)
       union select name || ' ' || act from unnest($1::text[]) as name cross join unnest(array['delete', 'truncate']) as act
       where has_table_privilege($2, name, act) order by name`,
      [theirs, role],
    )
  for (const role of ['pipeline', 'intake', 'ledger', 'admin', 'door', 'keeper'])
    assert.deepEqual(await written(`tipline_${role}`), [], role)
  const byDesk = (await written('tipline_desk')).map(({ name }) => name)
  for (const table of theirs) assert.ok(byDesk.includes(`${table} insert`), `${table} is written by the desk`)
})

test('invariant 4: of the functions with rights of their own, the pipeline and intake may call none that tells of an agency', async () => {
  const callable = await server.database.query(
    `select p.oid::regprocedure::text as function, r.rolname from pg_proc p cross join pg_roles r
     where p.prosecdef and p.prorettype <> 'trigger'::regtype and p.pronamespace = 'public'::regnamespace
       and r.rolname in ('tipline_pipeline', 'tipline_intake', 'tipline_ledger', 'tipline_admin', 'tipline_door', 'tipline_keeper')
       and has_function_privilege(r.oid, p.oid, 'execute')
     order by 1, 2`,
  )
  // What tells of a credential and of whose engineer somebody is: nothing of an agency or a decision.
  const ofCredentials = [
    'app_engineer_of(integer)',
    'credential_named(text)',
    'credentials_used(integer[],timestamp with time zone[],integer[],timestamp with time zone[])',
  ]
  assert.deepEqual(
    callable,
    ofCredentials.map((name) => ({ function: name, rolname: 'tipline_intake' })),
  )
  const functions = await server.database.query(
    `select from pg_proc where prosecdef and pronamespace = 'public'::regnamespace`,
  )
  assert.ok(functions.length > 0, 'there are such functions')
})

test('invariant 4: no program role may become another', async () => {
  const memberships = await server.database.query(
    `select m.roleid::regrole::text as may_become, m.member::regrole::text as member from pg_auth_members m
     where m.member::regrole::text = any($1)`,
    [allRoles],
  )
  assert.deepEqual(memberships, [])
})

test('invariant 4: a person of the clearinghouse cannot decide for an agency, in SQL', async () => {
  for (const agency of [people.wisconsin.agency, people.analyst.agency])
    for (const person of [people.wisconsin.id, people.analyst.id])
      assert.equal(
        await outcome('tipline_desk', analyst, insertDecision, [tipId, agency, person]),
        refusedByPrivilege,
        `${agency} ${person}`,
      )
  assert.equal(
    await outcome('tipline_desk', analyst, `update tip set state = 'declined' returning 1`),
    'accepted (0 rows)',
  )
  assert.equal(
    await outcome('tipline_desk', analyst, `select offer_tip($1, 'wa-washington', now(), '{}')`, [tipId]),
    refusedByPrivilege,
  )
})

test('invariant 4: nobody decides in the name of a colleague, of another agency, or of nobody', async () => {
  const colleague = [tipId, people.wisconsin.agency, 'demo-supervisor-wi']
  assert.equal(await outcome('tipline_desk', wisconsin, insertDecision, colleague), refusedByPrivilege)
  const washington: Settings = {
    agencies: '{wa-washington}',
    person: people.washington.id,
    clearinghouse: 'off',
  }
  for (const agency of [people.washington.agency, people.wisconsin.agency])
    assert.equal(
      await outcome('tipline_desk', washington, insertDecision, [tipId, agency, people.washington.id]),
      refusedByPrivilege,
    )
  const values = [tipId, people.wisconsin.agency, people.wisconsin.id]
  assert.equal(await outcome('tipline_desk', {}, insertDecision, values), refusedByPrivilege)
})

test('invariant 4: over HTTP the clearinghouse is refused a decision, and the attempt is in the ledger', async () => {
  const morgan = await signedIn(server, people.analyst.id)
  const told = await morgan.post(`/api/tips/${tipId}/decisions`, {
    kind: 'decline',
    reasons: ['resources'],
    note: '',
  })
  assert.equal(told.status, 403, told.text)
  const denied = await server.database.query(
    `select from ledger_entry where action = 'operation.denied' and actor = 'person:demo-analyst'`,
  )
  assert.equal(denied.length, 1)
  const decisions = await server.database.query('select from decision')
  assert.equal(decisions.length, 0)
})

test('invariant 4: a tip that nobody decided on is open', async () => {
  const [tip] = await server.database.query<{ state: string }>('select state from tip where tip_id = $1', [
    tipId,
  ])
  assert.equal(tip?.state, 'open')
})
