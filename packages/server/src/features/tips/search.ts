import type { Identifier } from '@opentipline/contract'
import { normalAddress, normalEmail, normalHash, normalPhone, normalUrl } from '@opentipline/domain'
import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { identifierKey } from '../findings/index.ts'

/**
 * Finds tips by what an officer has in hand: a report number, words of the row (provider, place, kind of incident), or
 * an identifier in any way of writing it. Never by narrative text.
 */
export const matches = (search: string): RawBuilder<SqlBool> => {
  const wanted = search.trim()
  const pattern = `%${wanted.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return sql<SqlBool>`(tip.report_id::text = ${wanted} or tip.summary->>'provider' ilike ${pattern}
    or tip.summary->>'place' ilike ${pattern} or tip.summary->>'incidentType' ilike ${pattern}
    or exists (select 1 from report_identifier ri join identifier i using (identifier_id)
      where ri.report_id = tip.report_id and (i.value_key = any(${keysOf(wanted)}::bytea[])
        or (i.kind in ('account', 'screenName')
          and left(lower(substr(i.value, strpos(i.value, ':') + 1)), 200) = ${accountName(wanted)}))))`
}

/** The name of an account as its index has it; `@name` is how people write it. */
const accountName = (text: string): string =>
  text.replace(/^@/, '').normalize('NFC').toLowerCase().slice(0, 200)

/** The index keys of the identifiers that the text could be, each in its normal form. */
const keysOf = (text: string): Buffer[] => {
  const readings: [Identifier['kind'], string | undefined][] = [
    ['email', normalEmail(text)],
    ['phone', normalPhone({ number: text })],
    ['ip', normalAddress(text)],
    ['url', normalUrl(text)],
    ['hash', normalHash(text)],
  ]
  return readings.flatMap(([kind, value]) => (value === undefined ? [] : [identifierKey({ kind, value })]))
}
