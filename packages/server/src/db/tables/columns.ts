/** How the columns of a table read and write. `bigint` columns arrive as decimal strings and stay so. */
import type { ColumnType } from 'kysely'

export type Json<T> = ColumnType<T, string, string>
export type Now = ColumnType<Date, Date | string | undefined, Date | string>
export type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>
export type MaybeTime = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
export type Time = ColumnType<Date, Date | string, Date | string>
