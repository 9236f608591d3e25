/** A connection of the database's owner, for as long as some work takes. */
import pg from 'pg'

/**
 * Its end is waited for. That of a pool is not: a database dropped meanwhile tells the connection so, and the test file fails after
 * its last test.
 */
export const asOwner = async <T>(url: string, work: (connection: pg.Client) => Promise<T>): Promise<T> => {
  const connection = new pg.Client({ connectionString: url })
  await connection.connect()
  try {
    return await work(connection)
  } finally {
    await connection.end()
  }
}
