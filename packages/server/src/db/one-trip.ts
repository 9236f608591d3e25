import type pg from 'pg'

export type TripValue = string | number | boolean | Date | Uint8Array | null
/** A statement prepared once a connection under its name. A name stands for one text for ever. */
export type TripStatement = { name: string; text: string; values: readonly TripValue[] }
/** A row as PostgreSQL prints its values, in the order of the columns. */
export type TripRow = (string | null)[]

/** What is prepared on which connection. A connection on which a trip failed is not used again, so this stays true. */
const preparedOn = new WeakMap<pg.Connection, Set<string>>()

const namesOn = (connection: pg.Connection): Set<string> => {
  const known = preparedOn.get(connection)
  if (known) return known
  const names = new Set<string>()
  preparedOn.set(connection, names)
  return names
}

const printed = (value: TripValue): string | Buffer | null => {
  if (value === null || typeof value === 'string') return value
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  return String(value)
}

const send = (connection: pg.Connection, { name, text, values }: TripStatement): void => {
  const known = namesOn(connection)
  // Names of these are kept apart from those that the driver prepares by itself on the same connection.
  const statement = `trip-${name}`
  if (!known.has(name)) connection.parse({ name: statement, text, types: [] }, true)
  known.add(name)
  connection.bind({ statement, values: values.map(printed) }, true)
  connection.execute({}, true)
}

/**
 * Statements sent in one piece with a single Sync: PostgreSQL runs them as one transaction, which it commits at the
 * Sync and answers after (protocol 3.0, section 55.2.4 "Pipelining"). After the first that fails none is run and
 * nothing stays. Nothing can be decided between them, so every condition stands in the SQL.
 *
 * The rows that it resolves with are those of the last statement.
 */
export const oneTrip = (client: pg.PoolClient, statements: readonly TripStatement[]): Promise<TripRow[]> =>
  new Promise((resolve, reject) => {
    let rows: TripRow[] = []
    let complete = 0
    client.query({
      submit: (connection: pg.Connection) => {
        connection.stream.cork()
        for (const statement of statements) send(connection, statement)
        connection.sync()
        connection.stream.uncork()
      },
      handleDataRow: ({ fields }: { fields: TripRow }) => {
        if (complete === statements.length - 1) rows.push(fields)
      },
      handleCommandComplete: () => {
        complete += 1
      },
      handleError: (error: Error) => {
        rows = []
        reject(error)
      },
      handleReadyForQuery: () => resolve(rows),
    })
  })
