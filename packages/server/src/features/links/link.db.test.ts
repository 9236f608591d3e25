import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commonFromReports } from '@opentipline/domain'
import { freshDatabase } from '../../../../../test/support/database.ts'
import { openDatabase } from '../../db/database.ts'
import { linkReports } from './link.ts'

const database = await freshDatabase()

/** Makes reports that each name one identifier of their own crowd, at two places. Gives their ids. */
const makeCrowd = async (value: string, count: number): Promise<string[]> => {
  const rows = await database.query<{ report_id: string }>(
    `with told as (insert into identifier (kind, value, value_key) values ('email', $1::text, sha256(convert_to($1::text, 'UTF8'))) returning identifier_id),
     made as (insert into report (environment, origin, state) select 'live', 'public-form', 'open' from generate_series(1, $2) returning report_id),
     named as (insert into report_identifier (report_id, identifier_id, role, basis, path)
       select report_id, identifier_id, 'reported', 'stated', path from made, told, unnest(array['/parties/0', '/files/0']) as path)
     select report_id from made order by report_id`,
    [value, count],
  )
  return rows.map((row) => row.report_id)
}

const linksAmong = async (ids: string[]): Promise<number> =>
  (await database.query('select from link where report_low = any($1::bigint[])', [ids])).length

const linkAll = async (ids: string[]): Promise<void> => {
  const opened = openDatabase(database.url)
  await opened.transaction({ role: 'tipline_pipeline', kind: 'pipeline', stage: 'link' }, (tx) =>
    linkReports(
      tx,
      undefined,
      ids.map((reportId) => ({ reportId })),
    ),
  )
  await opened.close()
}

test('reports that share an identifier are linked once each, however often each names it', async () => {
  const ids = await makeCrowd('few@example.com', 5)
  await linkAll(ids)
  assert.equal(await linksAmong(ids), 10)
})

test('as many reports as are still uncommon are linked', async () => {
  const ids = await makeCrowd('many@example.com', commonFromReports)
  await linkAll(ids.slice(0, 1))
  assert.equal(await linksAmong(ids), commonFromReports - 1)
})

test('an identifier that more reports share is no link, though each report names it at several places', async () => {
  const ids = await makeCrowd('viral@example.com', commonFromReports + 1)
  await linkAll(ids)
  assert.equal(await linksAmong(ids), 0)
})
