/** Destroying a file, through HTTP: two persons, an authority, nothing that keeps it; then no way back, and a certificate. */
import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { DestructionView, FileGate } from '@opentipline/contract'
import { parseVerifierKey, verifyCertificate } from '@opentipline/ledger'
import { runCommand } from '../../packages/cli/src/run-command.fixture.ts'
import { outcomeOf, refusedByCheck, refusedByPrivilege } from '../faults/support/as-role.ts'
import { fileWithBytes, objectPath, openUnder } from '../faults/support/opening.ts'
import { people, signedIn } from '../faults/support/person.ts'
import { prepareRefusal, whileRefused } from '../faults/support/refuse-entries.ts'
import { clientOf } from '../faults/support/reports.ts'
import { eventually, startTestServer } from '../support/server.ts'

const server = await startTestServer()
const { database } = server
await prepareRefusal(database)
const client = clientOf(server.address, await server.addProvider('Example Provider'))
await database.query(`insert into person (person_id, name, demo) values ('chief', 'Synthetic Chief', true)`)
await database.query(
  `insert into membership (person_id, agency_id, role) values ('chief', 'clearinghouse', 'clearinghouse supervisor')`,
)
const robin = await signedIn(server, people.wisconsin.id)
const supervisor = await signedIn(server, 'demo-supervisor-wi')
const casey = await signedIn(server, people.washington.id)
const morgan = await signedIn(server, people.analyst.id)
const chief = await signedIn(server, 'chief')
const scratch = await mkdtemp(join(tmpdir(), 'tipline-destruction-'))
after(() => rm(scratch, { recursive: true }))

const because = 'Synthetic reason 17'
const order = {
  basis: 'order',
  court: 'Synthetic Circuit Court',
  number: '2026-X-17',
  dated: '2026-11-01',
  because,
}
const retention = { basis: 'retention rule', rule: 'Synthetic schedule 12', because }
const approve = { verdict: 'approved', because }

let made = 0
const filed = async () => {
  const report = await fileWithBytes(server, client, `destroyed-${(made += 1)}`, [
    { bytes: Buffer.from(`synthetic ${made}`), viewed: true },
  ])
  return { ...report, fileId: report.fileIds[0] ?? '' }
}
const codeOf = (body: unknown) => String(Reflect.get(Object(body), 'code'))
const propose = async (person: typeof robin, fileId: string, wish: object = order): Promise<string> => {
  const { status, body, text } = await person.post(`/api/files/${fileId}/destructions`, wish)
  assert.equal(status, 200, text)
  return (body as DestructionView).destructionId
}
const refused = async (person: typeof robin, fileId: string, wish: object): Promise<string> =>
  codeOf((await person.post(`/api/files/${fileId}/destructions`, wish)).body)
const decide = (person: typeof robin, id: string, wish: object = approve) =>
  person.post(`/api/destructions/${id}/decide`, wish)
const keyOf = async (fileId: string) =>
  (
    await database.query<{ gone: boolean }>(
      'select wrapped_key is null as gone from file where file_id = $1',
      [fileId],
    )
  )[0]?.gone
const isThere = (fileId: string): Promise<boolean> =>
  stat(objectPath(server, fileId)).then(
    () => true,
    () => false,
  )
const stateOf = async (id: string) =>
  (
    await database.query<{ state: string }>('select state from file_destruction where destruction_id = $1', [
      id,
    ])
  )[0]?.state
const entries = async (action: string, fileId: string): Promise<number> =>
  (
    await database.query(
      `select from ledger_entry where action = $1 and object_kind = 'file' and object_id = $2`,
      [action, fileId],
    )
  ).length
/** As if the provider's year were over and the agency done with the tip. */
const longAgo = async (reportId: string, state = 'declined'): Promise<void> => {
  await database.query(`update report set closed_at = now() - interval '13 months' where report_id = $1`, [
    reportId,
  ])
  await database.query('update tip set state = $2 where report_id = $1', [reportId, state])
}

test('an order needs its court, number and day, a retention rule its name, and neither takes the other’s', async () => {
  const { fileId } = await filed()
  const { court: _, ...courtless } = order
  for (const wish of [
    courtless,
    { ...order, dated: '2026-02-30' },
    { ...order, rule: 'Synthetic' },
    { basis: 'retention rule', because },
    { ...retention, court: 'Synthetic' },
    { ...retention, because: '' },
  ])
    assert.equal(await refused(robin, fileId, wish), 'bad-request', JSON.stringify(wish))
  const settings = { agencies: '{wi-wisconsin}', person: people.wisconsin.id }
  const raw = `insert into file_destruction (file_id, report_id, agency_id, basis, because, proposed_by)
    select file_id, report_id, 'wi-wisconsin', 'order', 'x', '${people.wisconsin.id}' from file where file_id = $1`
  assert.equal(await outcomeOf(database.url, 'tipline_desk', settings, raw, [fileId]), refusedByCheck)
})

test('whoever has not proven themselves just now proposes nothing and approves nothing', async () => {
  const { fileId } = await filed()
  const id = await propose(robin, fileId)
  await database.query(`update session set proven_at = now() - interval '10 minutes'`)
  assert.equal(await refused(robin, fileId, order), 'step-up-needed')
  assert.equal(codeOf((await decide(supervisor, id)).body), 'step-up-needed')
  await database.query('update session set proven_at = now()')
  assert.equal(await keyOf(fileId), false)
})

/** Approving past the program, in the name of somebody. */
const approveRaw = (person: string) =>
  `update file_destruction set state = 'approved', decided_by = '${person}', decided_at = now(), decided_because = 'x' where destruction_id = $1`

test('one person destroys nothing, whatever their role, and neither does the database let them', async () => {
  const { fileId } = await filed()
  const id = await propose(supervisor, fileId)
  assert.equal((await decide(supervisor, id)).status, 403)
  assert.equal((await decide(robin, id)).status, 403, 'an officer does not approve')
  const settings = { agencies: '{wi-wisconsin}', person: 'demo-supervisor-wi' }
  const attempt = (role: string, text: string) => outcomeOf(database.url, role, settings, text, [id])
  assert.equal(await attempt('tipline_desk', approveRaw('demo-supervisor-wi')), refusedByCheck)
  assert.equal(await attempt('tipline_desk', approveRaw(people.wisconsin.id)), refusedByPrivilege)
  const key = `update file set wrapped_key = null, destroyed_at = now() where file_id = (select file_id from file_destruction where destruction_id = $1)`
  assert.equal(await attempt('tipline_keeper', key), refusedByCheck, 'nobody approved it')
  assert.equal(await attempt('tipline_desk', key), refusedByPrivilege)
  assert.equal(await stateOf(id), 'proposed')
})

test('two persons destroy a file under an order: the key, then the object, and no opening after', async () => {
  const { tipId, reportId, fileId } = await filed()
  const openingId = await openUnder(robin, tipId, fileId)
  const id = await propose(robin, fileId)
  assert.equal(await refused(robin, fileId, order), 'conflict', 'it is proposed already')
  const { body, status, text } = await decide(supervisor, id)
  assert.equal(status, 200, text)
  assert.equal((body as DestructionView).state, 'done')
  assert.deepEqual([await keyOf(fileId), await isThere(fileId)], [true, false])
  const open = await robin.post(`/api/tips/${tipId}/files/${fileId}/open`, {
    purpose: 'assess the report',
    reason: 'x',
  })
  assert.deepEqual([open.status, codeOf(open.body)], [410, 'file-destroyed'])
  const bytes = await robin.get(`/api/openings/${openingId}/bytes`)
  assert.deepEqual(
    [bytes.status, codeOf(bytes.body)],
    [410, 'file-destroyed'],
    'an opening from before gives nothing',
  )
  const files = (await robin.get(`/api/tips/${tipId}/files`)).body as { files: FileGate[] }
  assert.equal(files.files[0]?.held, 'destroyed')
  assert.match(files.files[0]?.destroyed?.under ?? '', /Synthetic Circuit Court, 2026-X-17, 2026-11-01/)
  const [kept] = await database.query('select sha256, md5, size_bytes from file where file_id = $1', [fileId])
  assert.ok(kept, 'what it was stays')
  for (const step of ['destruction-proposed', 'destruction-approved', 'key-destroyed', 'destroyed'])
    assert.equal(await entries(`file.${step}`, fileId), 1, step)
  const log = await database.query<{ text: string }>(
    `select convert_from(canonical, 'UTF8') as text from ledger_entry where object_id = $1 order by at, entry_id`,
    [fileId],
  )
  assert.ok(
    log.every((entry) => !entry.text.includes(because)),
    'words stay out of the log',
  )
  assert.equal(await refused(robin, fileId, order), 'file-destroyed')
  assert.equal((await decide(supervisor, id)).status, 200, 'asked again it is still done')
  assert.equal(await entries('file.destroyed', fileId), 1)
  assert.ok(reportId)
})

test('its certificate verifies without asking anybody, and no changed word of it does', async () => {
  const { fileId } = await filed()
  const id = await propose(robin, fileId)
  assert.equal(
    (await robin.get(`/api/destructions/${id}/certificate`)).status,
    409,
    'nothing is certified yet',
  )
  await decide(supervisor, id)
  const certificate = await eventually(async () => {
    const { status, body } = await robin.get(`/api/destructions/${id}/certificate`)
    return status === 200 ? (body as { certificate: string }).certificate : undefined
  })
  const key = join(scratch, 'key')
  await writeFile(key, await (await fetch(`${server.address}/ledger/key`)).text())
  const verify = async (text: string) => {
    const path = join(scratch, 'certificate')
    await writeFile(path, text)
    return runCommand(['certificate', 'verify', path, '--key', key])
  }
  const good = await verify(certificate)
  assert.equal(good.code, 0, good.out)
  for (const part of [fileId, 'Synthetic Circuit Court', because, people.wisconsin.id, 'demo-supervisor-wi'])
    assert.ok(good.out.includes(part), part)
  const trust = parseVerifierKey((await readFile(key, 'utf8')).trim())
  const isGood = (text: string) => verifyCertificate(text, { origin: trust.name, logKeys: [trust] }).ok
  assert.equal(isGood(certificate), true)
  assert.equal(isGood(certificate.replace(fileId, '0'.repeat(32))), false)
  assert.equal((await verify(certificate.replace('2026-X-17', '2026-X-18'))).code, 4)
  assert.ok((await entries('file.certificate-read', fileId)) >= 1)
})

test('under a retention rule what still runs keeps it, by name; an order of a court lifts that', async () => {
  const { tipId, reportId, fileId } = await filed()
  const detail = async () =>
    String(
      Reflect.get(Object((await robin.post(`/api/files/${fileId}/destructions`, retention)).body), 'detail'),
    )
  for (const part of [/2258A\(h\)\), until 20\d\d/, /a tip on its report is not done with, Wisconsin/])
    assert.match(await detail(), part)
  await robin.post(`/api/tips/${tipId}/clocks`, {
    kind: 'preservation letter',
    party: 'Example Provider',
    method: 'Synthetic',
    at: new Date().toISOString(),
  })
  await longAgo(reportId)
  assert.match(await detail(), /2703\(f\).*until 20\d\d/)
  assert.doesNotMatch(await detail(), /2258A/)
  await database.query(`update tip_clock set ends_at = now() - interval '1 day' where tip_id = $1`, [tipId])
  const id = await propose(robin, fileId, retention)
  await database.query(`update tip set state = 'pursued' where tip_id = $1`, [tipId])
  const held = await decide(supervisor, id)
  assert.deepEqual([held.status, codeOf(held.body)], [409, 'file-held'], 'asked again when it is approved')
  assert.equal(await entries('file.destruction-held', fileId), 1)
  const settings = { agencies: '{wi-wisconsin}', person: 'demo-supervisor-wi' }
  const raw = `update file_destruction set state = 'approved', decided_by = 'demo-supervisor-wi', decided_at = now(), decided_because = 'x' where destruction_id = $1`
  assert.equal(await outcomeOf(database.url, 'tipline_desk', settings, raw, [id]), refusedByCheck)
  assert.equal((await robin.post(`/api/destructions/${id}/withdraw`, { because })).status, 200)
  const ordered = await propose(robin, fileId)
  assert.equal((await decide(supervisor, ordered)).status, 200)
  assert.equal(await keyOf(fileId), true)
})

test('what another agency has is not an agency’s to destroy, by no order; the clearinghouse’s order reaches all', async () => {
  const { reportId, fileId } = await filed()
  await longAgo(reportId)
  await database.query(
    `insert into tip (report_id, agency_id, via, route, state, revision, policy_id, policy_version, label, lane, band, band_rank,
       risk_low, risk_high, act_low, act_high, summary)
     select report_id, 'wa-washington', 'by hand', '{}', 'pursued', revision, policy_id, policy_version, label, lane, band, band_rank,
       risk_low, risk_high, act_low, act_high, summary from tip where report_id = $1`,
    [reportId],
  )
  for (const wish of [order, retention]) {
    const { body } = await robin.post(`/api/files/${fileId}/destructions`, wish)
    assert.equal(codeOf(body), 'file-held')
    assert.match(String(Reflect.get(Object(body), 'detail')), /another agency has its report/)
  }
  assert.equal(await refused(morgan, fileId, retention), 'file-held', 'an agency works on it')
  const id = await propose(morgan, fileId)
  assert.equal((await decide(supervisor, id)).status, 404, 'it is the clearinghouse’s to decide')
  assert.equal((await decide(chief, id)).status, 200)
  const listed = (await casey.get('/api/destructions')).body as { destructions: DestructionView[] }
  assert.equal(
    listed.destructions.find((each) => each.fileId === fileId)?.state,
    'done',
    'who had it is told',
  )
  assert.equal(
    await refused(casey, (await filed()).fileId, order),
    'not-found',
    'what one does not hold is not there',
  )
})

test('a store that fails after the key is gone loses nothing: nothing opens, and it is gone on with', async () => {
  const { tipId, fileId } = await filed()
  const id = await propose(robin, fileId)
  const path = objectPath(server, fileId)
  await rename(path, join(scratch, 'object'))
  await mkdir(path)
  assert.ok((await decide(supervisor, id)).status >= 500)
  assert.deepEqual([await stateOf(id), await keyOf(fileId)], ['key destroyed', true])
  const open = await robin.post(`/api/tips/${tipId}/files/${fileId}/open`, {
    purpose: 'assess the report',
    reason: 'x',
  })
  assert.equal(open.status, 410)
  await rmdir(path)
  await rename(join(scratch, 'object'), path)
  assert.equal((await decide(supervisor, id)).status, 200)
  assert.deepEqual([await stateOf(id), await isThere(fileId)], ['done', false])
  assert.equal(await entries('file.key-destroyed', fileId), 1)
})

test('where a step cannot be put on record it is not done', async () => {
  const { fileId } = await filed()
  const proposed = await whileRefused(database, 'file.destruction-proposed', () =>
    robin.post(`/api/files/${fileId}/destructions`, order),
  )
  assert.equal(proposed.status, 500)
  const id = await propose(robin, fileId)
  for (const [action, act] of [
    ['file.destruction-withdrawn', () => robin.post(`/api/destructions/${id}/withdraw`, { because })],
    ['file.destruction-refused', () => decide(supervisor, id, { verdict: 'refused', because })],
  ] as const)
    assert.equal((await whileRefused(database, action, act)).status, 500)
  await whileRefused(database, 'file.destruction-approved', () => decide(supervisor, id))
  assert.equal(await stateOf(id), 'proposed')
  await whileRefused(database, 'file.key-destroyed', () => decide(supervisor, id))
  assert.deepEqual([await stateOf(id), await keyOf(fileId), await isThere(fileId)], ['approved', false, true])
  const unfinished = await whileRefused(database, 'file.destroyed', () => decide(supervisor, id))
  assert.equal(unfinished.status, 500, unfinished.text)
  assert.deepEqual([await stateOf(id), await keyOf(fileId)], ['key destroyed', true])
  await decide(supervisor, id)
  assert.equal(await stateOf(id), 'done')
  const read = await whileRefused(database, 'file.certificate-read', () =>
    robin.get(`/api/destructions/${id}/certificate`),
  )
  assert.equal(read.status, 500)
})

test('a second person who refuses ends it, and a key that is gone does not come back', async () => {
  const { fileId } = await filed()
  const first = await propose(robin, fileId)
  assert.equal((await decide(supervisor, first, { verdict: 'refused', because })).status, 200)
  assert.equal((await decide(supervisor, first)).status, 409)
  assert.equal(await keyOf(fileId), false)
  const again = await decide(supervisor, await propose(robin, fileId))
  assert.equal(again.status, 200, again.text)
  const back = `update file set wrapped_key = 'x', destroyed_at = null where file_id = $1`
  assert.equal(await outcomeOf(database.url, 'tipline_keeper', {}, back, [fileId]), refusedByCheck)
  const scrubbed = await server.operate((each) => each.evidence.scrub({ bytesPerSecondMax: 1e12 }))
  assert.deepEqual([scrubbed.mismatches, scrubbed.orphans], [0, 0], 'the nightly check knows that it is gone')
})
