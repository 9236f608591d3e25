import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PipelineView } from '@opentipline/contract'
import { attemptsMax, batchItemsMax } from '../../packages/server/src/pipeline/work.ts'
import { eventually, startTestServer } from '../support/server.ts'
import { people, type SignedIn, signedIn } from './support/person.ts'
import { arrived, clientOf, fileThin, reportFrom } from './support/reports.ts'

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Provider'))
const morgan = await signedIn(server, people.analyst.id)
const robin = await signedIn(server, people.wisconsin.id)

const rows = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
  server.database.query<Row>(text, values)

/** Files a report whose stored model is no report at all, so that the first stage fails for it. */
const filePoisoned = async (account: string): Promise<string> => {
  const { reportId } = await client.submit(reportFrom('wisconsin', account))
  await rows(
    `with kept as (select report_id, model from report_revision where report_id = $1), noted as (
       insert into healthy select * from kept)
     update report_revision set model = '{"model": "synthetic nonsense"}' where report_id = $1`,
    [reportId],
  )
  await client.finish(reportId)
  return reportId
}
await rows('create table healthy (report_id bigint primary key, model jsonb)')
const heal = (reportId: string) =>
  rows(
    'update report_revision v set model = h.model from healthy h where h.report_id = v.report_id and v.report_id = $1',
    [reportId],
  )

type Work = { state: string; attempts: number; stage: string; last_error: string | null; waits: boolean }
const workOf = async (reportId: string): Promise<Work | undefined> =>
  (
    await rows<Work>(
      'select state, attempts, stage, last_error, not_before > now() as waits from work where report_id = $1',
      [reportId],
    )
  )[0]

/** Lets the pauses between the tries pass at once, as often as it takes. */
const untilStuck = (reportId: string): Promise<Work> =>
  eventually(async () => {
    await rows(`update work set not_before = now() where report_id = $1 and state = 'ready'`, [reportId])
    const work = await workOf(reportId)
    return work?.state === 'stuck' ? work : undefined
  })

const pipelineSeenBy = async (person: SignedIn): Promise<PipelineView> => {
  const { status, body, text } = await person.get('/api/pipeline')
  assert.equal(status, 200, text)
  return body as PipelineView
}

test('a report whose stage fails waits longer with each try, and keeps why', async () => {
  const poisoned = await filePoisoned('pauses')
  const pauses: number[] = []
  for (let tries = 1; tries <= 3; tries += 1) {
    await eventually(async () => ((await workOf(poisoned))?.attempts === tries ? true : undefined))
    const [row] = await rows<{ pause: number }>(
      'select extract(epoch from not_before - now())::float8 as pause from work where report_id = $1',
      [poisoned],
    )
    pauses.push(row?.pause ?? 0)
    await rows('update work set not_before = now() where report_id = $1', [poisoned])
  }
  const [first = 0, second = 0, third = 0] = pauses
  assert.ok(first > 0 && second > first && third > second, pauses.join(' '))
  assert.match((await workOf(poisoned))?.last_error ?? '', /TypeError/)
})

test('more failing reports than a batch holds do not hold up one that does not fail', async () => {
  const poisoned: string[] = []
  for (let n = 0; n < batchItemsMax + 8; n += 1) poisoned.push(await filePoisoned(`crowd-${n}`))
  const healthy = await fileThin(client, 'wisconsin', 'healthy')
  assert.equal(await arrived(server, healthy), 'tip')
  await eventually(async () => {
    const untouched = await rows('select from work where report_id = any($1::bigint[]) and attempts = 0', [
      poisoned,
    ])
    return untouched.length === 0 ? true : undefined
  })
  await rows('delete from work where report_id = any($1::bigint[])', [poisoned])
})

test(`after ${attemptsMax} tries it is put aside, told to the clearinghouse, and a person gives it its tries again`, async () => {
  const poisoned = await filePoisoned('stuck')
  const work = await untilStuck(poisoned)
  assert.equal(work.attempts, attemptsMax)
  assert.equal(work.stage, 'normalise')
  const [entry] = await rows<{ actor: string }>(
    `select actor from ledger_entry where action = 'report.stuck' and object_id = $1`,
    [poisoned],
  )
  assert.equal(entry?.actor, 'pipeline:normalise')

  const view = await pipelineSeenBy(morgan)
  const told = view.stuck.find((item) => item.reportId === poisoned)
  assert.deepEqual(
    { stage: told?.stage, attempts: told?.attempts },
    { stage: 'normalise', attempts: attemptsMax },
  )
  assert.match(told?.lastError ?? '', /TypeError/)
  assert.ok(
    !(told?.lastError ?? '').includes('Synthetic narrative'),
    'the reason carries nothing of the report',
  )

  await rows(`update work set not_before = now() where report_id = $1`, [poisoned])
  const other = await fileThin(client, 'wisconsin', 'passes-the-stuck')
  await arrived(server, other)
  assert.equal((await workOf(poisoned))?.attempts, attemptsMax, 'what is stuck is not tried by itself')

  assert.equal((await robin.post(`/api/pipeline/${poisoned}/retry`)).status, 403, 'an officer may not')
  assert.equal((await morgan.post(`/api/pipeline/${poisoned}/retry`)).status, 200)
  await untilStuck(poisoned)
  await heal(poisoned)
  assert.equal((await morgan.post(`/api/pipeline/${poisoned}/retry`)).status, 200)
  assert.equal(await arrived(server, poisoned), 'tip')
  assert.equal(await workOf(poisoned), undefined)
  assert.equal((await morgan.post(`/api/pipeline/${poisoned}/retry`)).status, 404, 'it is not stuck any more')
  const entries = await rows(`select from ledger_entry where action = 'report.retried' and object_id = $1`, [
    poisoned,
  ])
  assert.equal(entries.length, 2)
})

test('invariant 2: a report leaves the queue only in the transaction that makes its tip', async () => {
  await rows(`create function refuse_row() returns trigger language plpgsql as $$
    begin raise exception 'refused for a test'; end $$`)
  const failing = async (table: string, when: string, account: string): Promise<string> => {
    await rows(
      `create trigger refuse_row before ${when} on ${table} for each row execute function refuse_row()`,
    )
    const reportId = await fileThin(client, 'wisconsin', account)
    await eventually(async () =>
      (await workOf(reportId))?.stage === 'route' && (await workOf(reportId))?.last_error ? true : undefined,
    )
    return reportId
  }
  const noTip = await failing('tip', 'insert', 'no-tip')
  assert.equal((await rows('select from tip where report_id = $1', [noTip])).length, 0)
  await rows('drop trigger refuse_row on tip')
  const noLeave = await failing('work', 'delete', 'no-leave')
  assert.equal(
    (await rows('select from tip where report_id = $1', [noLeave])).length,
    0,
    'a tip, and still in the queue',
  )
  await rows('drop trigger refuse_row on work')
  for (const reportId of [noTip, noLeave]) {
    await rows('update work set not_before = now() where report_id = $1', [reportId])
    assert.equal(await arrived(server, reportId), 'tip')
    await eventually(async () => ((await workOf(reportId)) === undefined ? true : undefined))
    assert.equal((await rows('select from tip where report_id = $1', [reportId])).length, 1)
  }
})
