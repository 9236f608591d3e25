import { type RawBuilder, sql } from 'kysely'

/** Where a tip stands in its queue, as the columns of a row comparison: the order of `listTips`. */
export const rankSql = (alias: string): RawBuilder<unknown> => {
  const of = (column: string) => sql.ref(`${alias}.${column}`)
  return sql`${of('band_rank')}, -${of('order_first')}, -${of('order_second')},
    coalesce(${of('next_clock_at')}, 'infinity'::timestamptz), ${of('tip_id')}`
}
