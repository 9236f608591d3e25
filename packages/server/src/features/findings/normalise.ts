import { createHash } from 'node:crypto'
import type { Identifier } from '@opentipline/contract'
import { identifiersOf, pictureIdentifiers } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import { assembleReports } from '../reports/index.ts'
import { readPictures } from './pictures/states.ts'

/** Identifiers of one report kept at most; a bundle that names more keeps the first, and the report stays whole. */
const identifiersMax = 5_000

const upsert = `
  insert into identifier (kind, value, value_key)
  select kind, value, value_key from unnest($1::text[], $2::text[], $3::bytea[]) as given (kind, value, value_key)
  on conflict (value_key) do nothing`

const attach = `
  insert into report_identifier (report_id, identifier_id, role, basis, path, at)
  select given.report_id, i.identifier_id, given.role, given.basis, given.path, given.at
  from unnest($1::bigint[], $2::bytea[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
    as given (report_id, value_key, role, basis, path, at)
  join identifier i on i.value_key = given.value_key
  on conflict do nothing`

/** Names an identifier in the index: SHA-256 of kind, NUL, value. */
export const identifierKey = (identifier: Pick<Identifier, 'kind' | 'value'>): Buffer =>
  createHash('sha256').update(identifier.kind).update('\0').update(identifier.value).digest()

/** Stage: the identifiers of each report, with their roles, from every place they occur. */
export const normaliseReports = async (
  tx: Transaction,
  _services: unknown,
  items: { reportId: string }[],
): Promise<void> => {
  const reports = await assembleReports(
    tx,
    items.map((item) => item.reportId),
  )
  const pictures = await readPictures(
    tx,
    reports.map((each) => each.reportId),
  )
  const all = reports.flatMap(({ reportId, report }) =>
    [...pictureIdentifiers(report, pictures.get(reportId) ?? []), ...identifiersOf(report)]
      .slice(0, identifiersMax)
      .map((identifier) => ({ reportId, identifier, key: identifierKey(identifier) })),
  )
  const distinct = [...new Map(all.map((each) => [each.key.toString('hex'), each])).entries()]
    // In one order everywhere: two workers that add the same identifiers never wait for each other in a circle.
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, each]) => each)
  await tx.prepared('identifier-upsert', upsert, [
    distinct.map((each) => each.identifier.kind),
    distinct.map((each) => each.identifier.value),
    distinct.map((each) => each.key),
  ])
  await tx.prepared('identifier-clear', 'delete from report_identifier where report_id = any($1::bigint[])', [
    reports.map((each) => each.reportId),
  ])
  await tx.prepared('identifier-attach', attach, [
    all.map((each) => each.reportId),
    all.map((each) => each.key),
    all.map((each) => each.identifier.role),
    all.map((each) => each.identifier.basis),
    all.map((each) => each.identifier.path),
    all.map((each) => each.identifier.at ?? null),
  ])
}
