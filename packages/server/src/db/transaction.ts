import type { Compilable } from 'kysely'
import type pg from 'pg'
import type { Actor } from './actor.ts'

/** One open transaction of one actor. */
export type Transaction = {
  readonly actor: Actor
  /** Runs a built query and gives its rows. */
  rows<Row>(query: Compilable<Row>): Promise<Row[]>
  /** The only row. @throws when there is none or more than one */
  one<Row>(query: Compilable<Row>): Promise<Row>
  /** The only row or undefined. @throws when there is more than one */
  maybe<Row>(query: Compilable<Row>): Promise<Row | undefined>
  /** Runs SQL text as a statement prepared once a connection under `name`; for the hot paths. */
  prepared<Row extends pg.QueryResultRow>(name: string, text: string, values: unknown[]): Promise<Row[]>
  /** The connection itself, for COPY and the like. */
  readonly client: pg.ClientBase
}

export const transactionOn = (client: pg.ClientBase, actor: Actor): Transaction => {
  const rows = async <Row>(query: Compilable<Row>): Promise<Row[]> => {
    const compiled = query.compile()
    const result = await client.query({ text: compiled.sql, values: [...compiled.parameters] })
    return result.rows
  }
  const maybe = async <Row>(query: Compilable<Row>): Promise<Row | undefined> => {
    const found = await rows(query)
    if (found.length > 1) throw new Error(`expected at most one row, found ${found.length}`)
    return found[0]
  }
  return {
    actor,
    client,
    rows,
    maybe,
    one: async (query) => {
      const found = await maybe(query)
      if (found === undefined) throw new Error('expected one row, found none')
      return found
    },
    prepared: async <Row extends pg.QueryResultRow>(name: string, text: string, values: unknown[]) =>
      (await client.query<Row>({ name, text, values })).rows,
  }
}
