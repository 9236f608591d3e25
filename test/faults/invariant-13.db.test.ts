import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { describeFile, ReportingError } from '@opentipline/client'
import { startTestServer } from '../support/server.ts'
import {
  asRole,
  allRoles,
  outcomeOf,
  refusedByCheck,
  refusedByForeignKey,
  refusedByPrivilege,
} from './support/as-role.ts'
import { people, signedIn } from './support/person.ts'
import { arrived, clientOf, fileThin, reportFrom } from './support/reports.ts'

const server = await startTestServer()
const live = clientOf(server.address, await server.addProvider('Example Provider'))
const rehearsal = clientOf(server.address, await server.addProvider('Example Provider', 'test'))

const { reportId } = await rehearsal.submit(reportFrom('wisconsin', 'rehearsed'))
const { fileId } = await rehearsal.upload(reportId, Buffer.from('synthetic bytes'))
await rehearsal.fileInfo(reportId, fileId, describeFile({}))
await rehearsal.finish(reportId)
// One that was finished later has arrived: whatever was to become of the test report would have.
await arrived(server, await fileThin(live, 'wisconsin', 'live'))

const rowsOf = (table: string, id = reportId) =>
  server.database.query(`select from ${table} where report_id = $1`, [id])

test('invariant 13: a finished report of a test credential is kept, and goes nowhere', async () => {
  const [report] = await server.database.query<{ state: string; environment: string }>(
    'select state, environment from report where report_id = $1',
    [reportId],
  )
  assert.deepEqual(report, { state: 'finished', environment: 'test' })
  for (const table of [
    'work',
    'tip',
    'unrouted',
    'report_identifier',
    'finding',
    'report_facts',
    'assessment',
  ])
    assert.equal((await rowsOf(table)).length, 0, table)
})

test('invariant 13: a test report is shown to no agency and not to the clearinghouse', async () => {
  const morgan = await signedIn(server, people.analyst.id)
  assert.equal((await morgan.get(`/api/reports/${reportId}/le-json`)).status, 404)
  const robin = await signedIn(server, people.wisconsin.id)
  assert.equal((await robin.get(`/api/reports/${reportId}/le-json`)).status, 404)
  const settings = { agencies: '{clearinghouse}', person: people.analyst.id, clearinghouse: 'on' }
  await asRole(server.database.url, 'tipline_desk', settings, async (sql) => {
    for (const table of ['report', 'document', 'report_revision', 'file', 'file_details'])
      assert.equal((await sql(`select from ${table} where report_id = $1`, [reportId])).length, 0, table)
    assert.ok((await sql('select from report')).length > 0, 'the live one is seen')
  })
})

const refused = async (promise: Promise<unknown>, code: number): Promise<void> =>
  assert.rejects(promise, (error) => error instanceof ReportingError && error.code === code)

test('invariant 13: the same provider’s live credential does not know the test report, nor the reverse', async () => {
  const opened = await rehearsal.submit(reportFrom('wisconsin', 'rehearsed-again'))
  await refused(live.upload(opened.reportId, Buffer.from('x')), 5001)
  await refused(live.retract(opened.reportId), 5001)
  await refused(live.finish(opened.reportId), 5001)
  const real = await live.submit(reportFrom('wisconsin', 'live-again'))
  await refused(rehearsal.upload(real.reportId, Buffer.from('x')), 5001)
  await refused(rehearsal.finish(real.reportId), 5001)
})

const tipColumns = `agency_id, via, route, revision, policy_id, policy_version, label, lane, band, band_rank, risk_low,
  risk_high, act_low, act_high, summary`
/** A live tip's values put on the test report. */
const insertTip = (environment: string) =>
  `insert into tip (report_id, environment, ${tipColumns})
   select ${reportId}, '${environment}', ${tipColumns} from tip limit 1`

describe('invariant 13: no role can put a test report on its way', () => {
  const settings = {
    provider: '1',
    environment: 'test',
    agencies: '{wi-wisconsin}',
    person: people.wisconsin.id,
    clearinghouse: 'on',
  }
  const fine = [refusedByPrivilege, refusedByCheck, refusedByForeignKey]
  const attempts = {
    'work, as it is': `insert into work (report_id, environment, revision, stage) values (${reportId}, 'test', 1, 'normalise')`,
    'work, as if live': `insert into work (report_id, environment, revision, stage) values (${reportId}, 'live', 1, 'normalise')`,
    'work, by default': `insert into work (report_id, revision, stage) values (${reportId}, 1, 'normalise')`,
    'a tip, as it is': insertTip('test'),
    'a tip, as if live': insertTip('live'),
    unrouted: `insert into unrouted (report_id, because, missing) values (${reportId}, 'Synthetic', '[]')`,
  }
  for (const [what, statement] of Object.entries(attempts)) {
    for (const role of allRoles)
      test(`${role}: ${what}`, async () => {
        const outcome = await outcomeOf(server.database.url, role, settings, statement)
        assert.ok(fine.includes(outcome), outcome)
      })
    test(`the owner of the tables, whom no grant binds: ${what}`, async () => {
      await assert.rejects(server.database.query(statement), (error: { code?: string }) =>
        [refusedByCheck, refusedByForeignKey].includes(error.code ?? ''),
      )
    })
  }

  test('a test report cannot become a live one', async () => {
    for (const role of allRoles)
      assert.equal(
        await outcomeOf(server.database.url, role, settings, `update report set environment = 'live'`),
        refusedByPrivilege,
      )
  })
})
