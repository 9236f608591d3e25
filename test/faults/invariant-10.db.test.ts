import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { describeFile } from '@opentipline/client'
import { eventually, startTestServer } from '../support/server.ts'
import { asRole, type Settings } from './support/as-role.ts'
import { people, signedIn } from './support/person.ts'
import { plantCases } from './support/plant-cases.ts'
import { plantDiscretion } from './support/plant-discretion.ts'
import { clientOf, type Place, reportFrom, tipOf } from './support/reports.ts'

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Provider'))

/** One account at both places: the two reports are linked, and each is one agency's. */
const account = 'shared-account'
const file = async (place: Place): Promise<{ reportId: string; fileId: string }> => {
  const report = reportFrom(place, account)
  report.parties[0]?.displayNames.push(`only-${place}`)
  const { reportId } = await client.submit({
    ...report,
    parties: report.parties.map((party) => ({
      ...party,
      person: { emails: [{ address: `only-${place}@example.com` }], phones: [], addresses: [] },
    })),
  })
  const { fileId } = await client.upload(reportId, Buffer.from(`synthetic ${place}`), {
    name: 'synthetic.bin',
  })
  await client.fileInfo(reportId, fileId, describeFile({}))
  await client.finish(reportId)
  return { reportId, fileId }
}

const mine = await file('wisconsin')
const theirs = await file('washington')
const myTip = await tipOf(server, mine.reportId, people.wisconsin.agency)
const theirTip = await tipOf(server, theirs.reportId, people.washington.agency)

const robin = await signedIn(server, people.wisconsin.id)
const casey = await signedIn(server, people.washington.id)

/** The other agency leaves a trace of every kind. */
const note = await casey.post(`/api/tips/${theirTip}/notes`, { text: 'Synthetic note hidden-17' })
const decision = await casey.post(`/api/tips/${theirTip}/decisions`, {
  kind: 'pursue',
  reasons: ['subject-known'],
  note: 'Synthetic reason hidden-17',
})
assert.deepEqual([note.status, decision.status], [200, 200], decision.text)
const idOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'decisionId' in value ? String(value.decisionId) : ''
const theirDecision = idOf(decision.body)
assert.equal((await casey.get(`/api/tips/${theirTip}`)).status, 200)
await casey.post(`/api/tips/${theirTip}/reopen`, { note: 'Synthetic' })
const [theirDocument] = await server.database.query<{ document_id: string }>(
  'select document_id from document where report_id = $1 order by document_id',
  [theirs.reportId],
)
await eventually(async () =>
  (await server.database.query('select from link')).length > 0 ? true : undefined,
)

const opening = { purpose: 'assess the report', reason: 'Synthetic' }

describe('invariant 10: over HTTP, an agency’s person finds nothing of another agency’s', () => {
  const absent: Record<string, () => Promise<{ status: number }>> = {
    'the tip': () => robin.get(`/api/tips/${theirTip}`),
    'a document, by the other tip': () =>
      robin.get(`/api/tips/${theirTip}/documents/${theirDocument?.document_id}`),
    'a document, by the own tip': () =>
      robin.get(`/api/tips/${myTip}/documents/${theirDocument?.document_id}`),
    'its files': () => robin.get(`/api/tips/${theirTip}/files`),
    'a file of it': () => robin.post(`/api/tips/${theirTip}/files/${theirs.fileId}/open`, opening),
    'a file of it, by the own tip': () =>
      robin.post(`/api/tips/${myTip}/files/${theirs.fileId}/open`, opening),
    'an authority for a file of it': () =>
      robin.post(`/api/tips/${myTip}/files/${theirs.fileId}/authorities`, {
        kind: 'exigency',
        note: 'Synthetic',
      }),
    'the export': () => robin.get(`/api/reports/${theirs.reportId}/le-json`),
    'a decision on it': () =>
      robin.post(`/api/tips/${theirTip}/decisions`, { kind: 'decline', reasons: ['resources'], note: '' }),
    'a note on it': () => robin.post(`/api/tips/${theirTip}/notes`, { text: 'Synthetic' }),
    'its reopening': () => robin.post(`/api/tips/${theirTip}/reopen`, { note: 'Synthetic' }),
    'taking back its decision': () => robin.post(`/api/decisions/${theirDecision}/undo`),
  }
  for (const [what, call] of Object.entries(absent))
    test(`${what} is told as missing`, async () => {
      assert.equal((await call()).status, 404)
    })

  test('the clearinghouse’s operations are refused', async () => {
    assert.equal((await robin.get('/api/pipeline')).status, 403)
    assert.equal((await robin.post(`/api/pipeline/${theirs.reportId}/retry`)).status, 403)
    const body = { agencyId: people.wisconsin.agency, because: 'Synthetic' }
    assert.equal((await robin.post(`/api/pipeline/${theirs.reportId}/route`, body)).status, 403)
  })

  test('acting for an agency one does not belong to is refused', async () => {
    const told = await robin.post('/api/session/agency', { agencyId: people.washington.agency })
    assert.equal(told.status, 403, told.text)
  })

  test('queue and tip name the own report and nothing of the other, not even as a link', async () => {
    for (const path of [
      '/api/tips',
      '/api/tips?lane=done',
      `/api/tips?search=${theirs.reportId}`,
      `/api/tips/${myTip}`,
    ]) {
      const { status, text } = await robin.get(path)
      assert.equal(status, 200, path)
      for (const trace of [theirs.reportId, theirs.fileId, 'only-washington', 'hidden-17'])
        assert.ok(!text.includes(trace), `${path} shows ${trace}`)
    }
    assert.ok((await robin.get(`/api/tips/${myTip}`)).text.includes('only-wisconsin'))
  })
})

/** What the other agency's people made of their tip. */
await server.database.query(
  `with a as (insert into agency_policy (agency_id, policy_id, version, based_on_id, based_on_version, source_text, edited_by)
       values ($2, 'wa-washington.synthetic', 1, 'balanced', 2, '', $3)),
     b as (insert into agency_rule_version (agency_id, rule, version, value, because, state, set_by, in_force_from)
       values ($2, 'policies-second-person', 1, 'true', 'Synthetic', 'in force', $3, now())),
     b2 as (insert into agency_law (agency_id, version, source_text, entries, because, saved_by)
       values ($2, 1, 'only-washington', '[]', 'Synthetic', $3)),
     b3 as (insert into agency_checklist (agency_id, version, source_text, body, because, saved_by)
       values ($2, 1, 'only-washington', '{"asOf": "2026-01-01", "lists": []}', 'Synthetic', $3)),
     b4 as (insert into checklist_tick (tip_id, agency_id, person_id, list_id, item_id, list_version, done)
       values ($1, $2, $3, 'viral', 'bundle', 1, true)),
     c as (insert into tip_assessment (agency_id, report_id, revision, policy_id, policy_version, body)
       select $2, report_id, 1, 'p', 1, '{}' from tip where tip_id = $1),
     d as (insert into tip_news (tip_id, agency_id, signal, before, after) values ($1, $2, 'known hash', 'unknown', 'true')),
     e as (insert into officer_record (tip_id, report_id, agency_id, person_id, signal, value, note)
       select tip_id, report_id, $2, $3, 'prior allegations', 'true', 'Synthetic' from tip where tip_id = $1),
     f as (insert into label_override (tip_id, report_id, agency_id, person_id, because)
       select tip_id, report_id, $2, $3, 'Synthetic' from tip where tip_id = $1),
     g as (insert into place_correction (report_id, agency_id, person_id, role, place, because)
       select report_id, $2, $3, 'subject', '{}', 'Synthetic' from tip where tip_id = $1),
     k as (insert into report_label (report_id, agency_id, person_id, because)
       select report_id, $2, $3, 'Synthetic' from tip where tip_id = $1),
     h as (insert into report_facts_past (report_id, revision, places, signals, made_at)
       select report_id, 1, '[]', '[]', now() from tip where tip_id = $1),
     j as (insert into queue_view (agency_id, person_id, name, shared, filter) values ($2, $3, 'Synthetic', true, '{}')),
     i as (insert into assessment_past (report_id, revision, policy_id, policy_version, body, made_at)
       select report_id, 1, 'p', 1, '{}', now() from tip where tip_id = $1)
   insert into link_verdict (report_low, report_high, identifier_id, agency_id, person_id, verdict, because)
   select report_low, report_high, identifier_id, $2, $3, 'rejected', 'Synthetic' from link limit 1`,
  [theirTip, people.washington.agency, people.washington.id],
)
await server.database.query(
  `with chain as (insert into referral_chain (report_id, root_tip, owner_tip)
       select report_id, tip_id, tip_id from tip where tip_id = $1 returning chain_id),
     a as (insert into referral (chain_id, from_tip, from_agency, to_tip, to_agency, offered_by, shows_at)
       select chain.chain_id, $1, $2, t.tip_id, 'ca-san-diego', $3, now() from chain, tip t where t.tip_id <> $1 limit 1),
     b as (insert into agency_reason (agency_id, kind, words, added_by) values ($2, 'decline', 'Synthetic', $3)),
     c as (insert into tip_lease (tip_id, agency_id, person_id, until) values ($1, $2, $3, now() + interval '1 hour')),
     d as (insert into countersignature (decision_id, agency_id, person_id, verdict)
       select decision_id, $2, $3, 'given' from decision where tip_id = $1 limit 1)
   update tip set chain_id = (select chain_id from chain) where tip_id = $1`,
  [theirTip, people.washington.agency, people.washington.id],
)
const ofDiscretion = await plantDiscretion(server, theirTip, people.washington)
const ofCases = await plantCases(server, theirTip, people.washington)
await server.database.query(
  `with made as (insert into network (agency_id, reports) values ($2, 1) returning network_id)
   insert into network_member (agency_id, report_id, network_id)
   select $2, report_id, network_id from tip, made where tip_id = $1
   on conflict do nothing`,
  [theirTip, people.washington.agency],
)
await server.database.query(
  `insert into ranking (tip_id, agency_id, policy_id, policy_version) values ($1, $2, 'wa-washington.synthetic', 1)`,
  [theirTip, people.washington.agency],
)

await server.database.query(
  `with a as (insert into clock_entry (tip_id, agency_id, person_id, kind, party, at)
       values ($1, $2, $3, 'warrant return', 'Example Court', now())),
     b as (insert into log_window (agency_id, person_id, network, days, source, as_of, from_day)
       values ($2, $3, 'AS64500', 30, 'Synthetic', '2026-01-01', '2026-01-01')),
     c as (insert into agency_time (agency_id, person_id, name, hours, authority, from_day)
       values ($2, $3, 'Synthetic', 30, 'Synthetic', '2026-01-01'))
   , d as (insert into made_document (tip_id, agency_id, person_id, kind, title, template_id, template_version, own, revision,
       made_from, facts_sha256, pdf, pdf_sha256, docx, docx_sha256)
       values ($1, $2, $3, 'case summary', 'x', 'x', 1, false, 1, '{}', sha256('x'), 'x', sha256('x'), 'x', sha256('x'))),
     e as (insert into document_template (agency_id, kind, version, person_id, text, because)
       values ($2, 'case summary', 1, $3, 'x', 'x'))
   insert into calendar_feed (person_id, agency_id, token_sha256) values ($3, $2, sha256('x'))`,
  [theirTip, people.washington.agency, people.washington.id],
)
await server.database.query(
  `insert into queue_default (agency_id, person_id, view_id)
   select agency_id, person_id, view_id from queue_view where agency_id = $1`,
  [people.washington.agency],
)
await server.database.query(
  `with a as (insert into file_authority (file_id, report_id, tip_id, agency_id, person_id, kind, note)
       select $4, report_id, tip_id, $2, $3, 'exigency', 'Synthetic' from tip where tip_id = $1),
     b as (insert into file_opening (file_id, report_id, tip_id, agency_id, person_id, purpose, reason, gate)
       select $4, report_id, tip_id, $2, $3, 'x', 'Synthetic', 'no warrant needed' from tip where tip_id = $1),
     c as (insert into viewing_preference values ($3, 8, true, true, 20)),
     d as (insert into own_settings values ($3, '{}'))
   insert into incident (kind, file_id, report_id, found_by) select 'missing', $4, report_id, 'scrub' from tip where tip_id = $1`,
  [theirTip, people.washington.agency, people.washington.id, theirs.fileId],
)

await server.database.query(
  `insert into document_send (made_id, agency_id, person_id, sent_to, how, at)
   select made_id, agency_id, person_id, 'x', 'x', now() from made_document where tip_id = $1`,
  [theirTip],
)

const seen = (settings: Settings, table: string, [where, values]: [string, unknown[]]): Promise<number> =>
  asRole(
    server.database.url,
    'tipline_desk',
    settings,
    async (sql) => (await sql(`select from ${table} where ${where}`, values)).length,
  )

const call = (settings: Settings, text: string, values: unknown[]) =>
  asRole(server.database.url, 'tipline_desk', settings, (sql) => sql(text, values))

describe('invariant 10: in SQL, an agency’s session sees nothing of another agency’s', () => {
  const wisconsin: Settings = {
    agencies: '{wi-wisconsin}',
    person: people.wisconsin.id,
    clearinghouse: 'off',
  }
  const washington: Settings = {
    agencies: '{wa-washington}',
    person: people.washington.id,
    clearinghouse: 'off',
  }

  /** How many rows of the other agency a session sees, by table: each row is found by what is theirs alone. */
  const ofTheirs: Record<string, [where: string, values: unknown[]]> = {
    report: ['report_id = $1', [theirs.reportId]],
    document: ['report_id = $1', [theirs.reportId]],
    report_revision: ['report_id = $1', [theirs.reportId]],
    file: ['report_id = $1', [theirs.reportId]],
    file_details: ['report_id = $1', [theirs.reportId]],
    finding: ['report_id = $1', [theirs.reportId]],
    report_facts: ['report_id = $1', [theirs.reportId]],
    assessment: ['report_id = $1', [theirs.reportId]],
    report_identifier: ['report_id = $1', [theirs.reportId]],
    identifier: ['value = $1', ['only-washington@example.com']],
    tip: ['tip_id = $1', [theirTip]],
    decision: ['tip_id = $1', [theirTip]],
    reopening: ['tip_id = $1', [theirTip]],
    note: ['tip_id = $1', [theirTip]],
    tip_seen: ['tip_id = $1', [theirTip]],
    agency_policy: ['agency_id = $1', [people.washington.agency]],
    agency_law: ['agency_id = $1', [people.washington.agency]],
    agency_checklist: ['agency_id = $1', [people.washington.agency]],
    checklist_tick: ['agency_id = $1', [people.washington.agency]],
    referral_chain: ['report_id = $1', [theirs.reportId]],
    referral: ['from_agency = $1', [people.washington.agency]],
    agency_reason: ['agency_id = $1', [people.washington.agency]],
    tip_lease: ['agency_id = $1', [people.washington.agency]],
    countersignature: ['agency_id = $1', [people.washington.agency]],
    agency_rule_version: ['agency_id = $1', [people.washington.agency]],
    queue_view: ['agency_id = $1', [people.washington.agency]],
    queue_default: ['agency_id = $1', [people.washington.agency]],
    tip_assessment: ['agency_id = $1', [people.washington.agency]],
    ranking: ['agency_id = $1', [people.washington.agency]],
    tip_news: ['agency_id = $1', [people.washington.agency]],
    officer_record: ['agency_id = $1', [people.washington.agency]],
    label_override: ['agency_id = $1', [people.washington.agency]],
    link_verdict: ['agency_id = $1', [people.washington.agency]],
    place_correction: ['report_id = $1', [theirs.reportId]],
    report_label: ['report_id = $1', [theirs.reportId]],
    made_document: ['agency_id = $1', [people.washington.agency]],
    document_send: ['agency_id = $1', [people.washington.agency]],
    document_template: ['agency_id = $1', [people.washington.agency]],
    clock_entry: ['agency_id = $1', [people.washington.agency]],
    log_window: ['agency_id = $1', [people.washington.agency]],
    agency_time: ['agency_id = $1', [people.washington.agency]],
    tip_clock: ['agency_id = $1', [people.washington.agency]],
    calendar_feed: ['agency_id = $1', [people.washington.agency]],
    report_facts_past: ['report_id = $1', [theirs.reportId]],
    assessment_past: ['report_id = $1', [theirs.reportId]],
    file_authority: ['agency_id = $1', [people.washington.agency]],
    file_opening: ['agency_id = $1', [people.washington.agency]],
    viewing_preference: ['person_id = $1', [people.washington.id]],
    own_settings: ['person_id = $1', [people.washington.id]],
    incident: ['report_id = $1', [theirs.reportId]],
    network: ['agency_id = $1', [people.washington.agency]],
    network_member: ['agency_id = $1', [people.washington.agency]],
    ...ofDiscretion,
    ...ofCases,
    ledger_entry: ['acting_for = $1', [people.washington.agency]],
  }
  for (const [table, find] of Object.entries(ofTheirs))
    test(`${table}: the other agency sees its own, this one sees none, and one without an agency sees none`, async () => {
      assert.ok((await seen(washington, table, find)) > 0, 'theirs is there')
      assert.equal(await seen(wisconsin, table, find), 0)
      assert.equal(await seen({}, table, find), 0)
    })

  test('link: neither agency sees a link to a report that it does not have', async () => {
    for (const settings of [wisconsin, washington])
      assert.equal(await seen(settings, 'link', ['true', []]), 0)
    assert.ok((await seen({ clearinghouse: 'on' }, 'link', ['true', []])) > 0, 'there is one')
  })

  test('work, unrouted: not an agency’s to see', async () => {
    await server.database.query(
      `insert into work (report_id, revision, stage, state) values ($1, 1, 'route', 'stuck')`,
      [theirs.reportId],
    )
    await server.database.query(
      `insert into unrouted (report_id, because, missing) values ($1, 'Synthetic', '[]')`,
      [theirs.reportId],
    )
    for (const table of ['work', 'unrouted']) {
      assert.equal(await seen(wisconsin, table, ['true', []]), 0, table)
      assert.equal(await seen({ clearinghouse: 'on' }, table, ['true', []]), 1, table)
    }
  })

  test('nothing of the other agency’s can be changed', async () => {
    for (const statement of [
      `update tip set state = 'declined' where tip_id = ${theirTip} returning 1`,
      `update decision set undone_at = now() where tip_id = ${theirTip} returning 1`,
      `update tip_seen set revision = 2 where tip_id = ${theirTip} returning 1`,
      `update report set revision = 2 where report_id = ${theirs.reportId} returning 1`,
    ])
      await asRole(server.database.url, 'tipline_desk', wisconsin, async (sql) =>
        assert.equal((await sql(statement)).length, 0, statement),
      )
  })

  test('the functions that cross the border do so for the holder alone', async () => {
    await assert.rejects(call(wisconsin, `select offer_tip($1, 'wi-wisconsin', now(), '{}')`, [theirTip]), {
      code: '42501',
    })
    await assert.rejects(call(wisconsin, `select withdraw_offer($1, 'wi-wisconsin')`, [theirTip]), {
      code: '42501',
    })
    await assert.rejects(
      call(wisconsin, `select route_by_hand($1, 'wi-wisconsin', 'x', '{}', '{}')`, [theirs.reportId]),
      { code: '42501' },
    )
    assert.deepEqual(
      await call(wisconsin, 'select f.* from generate_series(1, 9) o, opened_file(o) f', []),
      [],
    )
    assert.deepEqual(await call(wisconsin, 'select * from seen_at_agency(array[$1])', [theirs.fileId]), [])
    for (const text of [`select accept_offer($1)`, `select return_offer($1, 'x')`])
      await assert.rejects(call(wisconsin, text, [theirTip]), { code: '42501' })
    assert.deepEqual(await call(wisconsin, 'select * from report_also_with($1)', [theirs.reportId]), [])
    assert.deepEqual(await call(wisconsin, 'select desk_sees_report($1) as sees', [theirs.reportId]), [
      { sees: false },
    ])
  })

  test('an officer reads nothing of the log by the auditor’s table', async () => {
    assert.deepEqual(await call(wisconsin, 'select * from ledger_search limit 1', []), [])
  })

  test('every table that the desk may read is either looked at here or holds nothing of a report', async () => {
    /** Names, sessions, rules and hashes: the same for everyone. */
    const ofNobody = [
      'agency',
      'ledger_checkpoint',
      'ledger_cosignature',
      'ledger_leaf',
      'ledger_node',
      'membership',
      'person',
      'policy',
      'provider',
      'session',
    ]
    const readable = await server.database.query<{ table: string }>(
      `select relname as table from pg_class where relkind in ('r', 'v', 'm', 'p') and relnamespace = 'public'::regnamespace
         and has_any_column_privilege('tipline_desk', oid, 'select') order by 1`,
    )
    const looked = [
      ...Object.keys(ofTheirs),
      // A number of a tip, for a moment; test/security/rows tries it.
      'clock_work',
      // Of people and not of reports; test/security/rows tries them, and the agency's administrator has pages for them.
      'access_change',
      'invitation',
      'oidc_subject',
      'passkey',
      'provider_person',
      // Tried by test/security/rows: what was destroyed, reviewed, lifted, or belongs to no report.
      'file_destruction',
      'ledger_review',
      'scrub_orphan',
      'view_lift',
      'ledger_search',
      'link',
      'work',
      'unrouted',
      'import_seen',
      ...ofNobody,
    ]
    assert.deepEqual(
      readable.map((row) => row.table),
      looked.toSorted(),
    )
  })
})

test('invariant 10: row security binds on every table of a report, the owner included', async () => {
  const loose = await server.database.query<{ table: string }>(
    `select c.relname as table from pg_class c
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not (c.relrowsecurity and c.relforcerowsecurity)
       and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('report_id', 'tip_id', 'report_low'))`,
  )
  assert.deepEqual(loose, [])
  const bypass = await server.database.query(
    `select rolname from pg_roles where rolname like 'tipline\\_%' and rolname <> current_user and (rolbypassrls or rolsuper or rolcanlogin)`,
  )
  assert.deepEqual(bypass, [])
})

test('invariant 10: an import is its importer’s alone, and the same file is a report of its own elsewhere', async () => {
  const exported = await robin.get(`/api/reports/${mine.reportId}/le-json`)
  const post = async (person: typeof robin): Promise<string> => {
    const { status, body, text } = await person.post('/api/imports?name=synthetic.json', exported.body)
    assert.equal(status, 200, text)
    return typeof body === 'object' && body !== null && 'reportId' in body ? String(body.reportId) : ''
  }
  const [own, other] = [await post(robin), await post(casey)]
  assert.notEqual(own, other)
  assert.equal((await robin.get(`/api/reports/${own}/le-json`)).status, 200)
  assert.equal((await casey.get(`/api/reports/${own}/le-json`)).status, 404)
  assert.equal((await robin.get(`/api/reports/${other}/le-json`)).status, 404)
})
