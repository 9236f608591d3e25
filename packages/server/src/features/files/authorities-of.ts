import type { FileAuthority } from '@opentipline/contract'
import { sql } from 'kysely'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'

export type AuthorityOfFile = { fileId: string; authority: FileAuthority }

/** What the acting agency's officers hold for the files of a tip, oldest first, withdrawn ones included. */
export const readAuthorities = async (tx: Transaction, tipId: string): Promise<AuthorityOfFile[]> => {
  const rows = await tx.rows(
    q
      .selectFrom('file_authority as a')
      .innerJoin('person as p', 'p.person_id', 'a.person_id')
      .leftJoin('person as w', 'w.person_id', 'a.withdrawn_by')
      .where('a.tip_id', '=', tipId)
      .select([
        'a.authority_id',
        'a.file_id',
        'a.kind',
        'a.court',
        'a.number',
        'a.given_by',
        'a.note',
        'a.at',
      ])
      // A date has no time zone: as text it stays the day that was written.
      .select([
        sql<string | null>`a.dated::text`.as('dated'),
        sql<string | null>`a.returned_by::text`.as('returned_by'),
      ])
      .select(['p.name as by', 'a.withdrawn_at', 'w.name as withdrawn_by', 'a.withdrawn_because'])
      .orderBy('a.authority_id'),
  )
  return rows.map((row) => ({
    fileId: row.file_id,
    authority: {
      authorityId: row.authority_id,
      kind: row.kind,
      ...given('court', row.court),
      ...given('number', row.number),
      ...given('dated', row.dated),
      ...given('returnedBy', row.returned_by),
      ...given('givenBy', row.given_by),
      note: row.note,
      by: row.by,
      at: row.at.toISOString(),
      withdrawn: row.withdrawn_at
        ? {
            at: row.withdrawn_at.toISOString(),
            by: row.withdrawn_by ?? '',
            because: row.withdrawn_because ?? '',
          }
        : null,
    },
  }))
}

const given = <K extends string>(name: K, value: string | null): Partial<Record<K, string>> => {
  const part: Partial<Record<K, string>> = {}
  if (value !== null) part[name] = value
  return part
}

/** The newest authority that stands for a file. */
export const standing = (all: readonly AuthorityOfFile[], fileId: string): FileAuthority | undefined =>
  all.findLast((each) => each.fileId === fileId && each.authority.withdrawn === null)?.authority
