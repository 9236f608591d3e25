import pg from 'pg'

/** A database that takes longer to answer is not there: one that is takes milliseconds. */
const connectTimeoutMs = 10_000

/**
 * One connection of its own, for as long as some work takes; it has ended when this has. (The end of a pool is not that of its
 * connections.) A connection that breaks is told by the statement that waits, or the next one: without a listener it would end the
 * process instead.
 */
export const withClient = async <T>(
  connection: string | pg.ClientConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> => {
  const client = new pg.Client({
    connectionTimeoutMillis: connectTimeoutMs,
    ...(typeof connection === 'string' ? { connectionString: connection } : connection),
  })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
