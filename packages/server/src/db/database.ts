import pg from 'pg'
import { settingsOf, type Actor, type DatabaseRole, type ProviderActor } from './actor.ts'
import { oneTrip, type TripRow, type TripStatement } from './one-trip.ts'
import { transactionOn, type Transaction } from './transaction.ts'

/** Connections by role; their sum stays well under PostgreSQL's default of 100. */
const connectionsMax: Record<DatabaseRole, number> = {
  tipline_intake: 16,
  tipline_pipeline: 6,
  tipline_desk: 10,
  tipline_ledger: 2,
  tipline_admin: 2,
  tipline_door: 8,
  tipline_keeper: 3,
}
/** A statement that runs longer than this holds locks others wait for; nothing here should come near it. */
const statementTimeoutMs = 30_000
/** How long a request waits for a connection before it is told that the server is busy. */
const connectTimeoutMs = 10_000

/**
 * The connection broke while a commit was on its way: the work is stored or it is not, and we cannot know which.
 * Whoever answers for it must claim neither.
 */
export class CommitUnknown extends Error {
  constructor(cause: unknown) {
    super('the outcome of a commit is unknown', { cause })
    this.name = 'CommitUnknown'
  }
}

export type Database = {
  /**
   * Runs `work` in one transaction as `actor`: commits when it resolves, rolls back when it rejects.
   * The transaction connects as the actor's role and row security sees the actor's agencies and nothing else.
   */
  transaction<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T>
  /**
   * The same, and every statement sees what was committed when the first one began: for an answer that is put together from many
   * readings, which must not be of two moments.
   */
  snapshot<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T>
  /**
   * Runs statements as one transaction of a provider in one round trip: for the hot path. Gives the rows of the last.
   * @throws CommitUnknown when the connection breaks: everything was on its way, the commit too
   */
  atOnce(actor: ProviderActor, statements: readonly TripStatement[]): Promise<TripRow[]>
  close(): Promise<void>
}

/**
 * The pipeline runs the same few prepared statements for every report, with lists of ids whose length says nothing about the plan: it is
 * made once a connection. Left alone, PostgreSQL plans a list of one anew at each call, which took a quarter of joining a report's networks.
 */
const planOnce: Partial<Record<DatabaseRole, string>> = {
  tipline_pipeline: ' -c plan_cache_mode=force_generic_plan',
}

const poolFor = (connectionString: string, role: DatabaseRole): pg.Pool => {
  const pool = new pg.Pool({
    connectionString,
    max: connectionsMax[role],
    options: `-c role=${role} -c statement_timeout=${statementTimeoutMs} -c timezone=UTC${planOnce[role] ?? ''}`,
    connectionTimeoutMillis: connectTimeoutMs,
    application_name: role,
  })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  return pool
}

/** Opens the database at `connectionString`; each role has a pool of its own, opened when first used. */
export const openDatabase = (connectionString: string): Database => {
  const pools = new Map<DatabaseRole, pg.Pool>()
  const pool = (role: DatabaseRole): pg.Pool => {
    const known = pools.get(role)
    if (known) return known
    const made = poolFor(connectionString, role)
    pools.set(role, made)
    return made
  }
  return {
    transaction: (actor, work) => runPatiently(pool(actor.role), 'begin', actor, work),
    snapshot: (actor, work) =>
      runPatiently(pool(actor.role), 'begin isolation level repeatable read', actor, work),
    atOnce: (actor, statements) => runAtOnce(pool(actor.role), actor, statements),
    close: async () => {
      await Promise.all([...pools.values()].map((each) => each.end()))
    },
  }
}

/**
 * SQLSTATE: two transactions waited for each other, or one with a snapshot met a row that another has changed since;
 * PostgreSQL took this one back whole.
 */
const takenBack: readonly string[] = ['40P01', '40001']
/** Attempts at one person's act. The other one has ended by the second; a third is for a crowd. */
const attemptsMax = 3

/**
 * A transaction that was taken back so is nobody's fault, and nothing of it was stored: a person's act is tried again, and
 * then finds what the other one left. The pipeline has attempts of its own.
 */
const runPatiently = async <T>(
  pool: pg.Pool,
  begin: string,
  actor: Actor,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runTransaction(pool, begin, actor, work)
    } catch (error) {
      const wasTakenBack = error instanceof pg.DatabaseError && takenBack.includes(error.code ?? '')
      if (!wasTakenBack || actor.kind !== 'person' || attempt >= attemptsMax) throw error
    }
  }
}

const runTransaction = async <T>(
  pool: pg.Pool,
  begin: string,
  actor: Actor,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => {
  const client = await pool.connect()
  let broken: Error | undefined
  // A connection that is lost between two statements says so by an event; unheard, it would end the process.
  const onLost = (error: Error): void => {
    broken = error
  }
  client.on('error', onLost)
  try {
    // One round trip: the settings are local to the transaction and vanish with it.
    await client.query(`${begin}; ${settingsOf(actor)}`)
    let result: T
    try {
      result = await work(transactionOn(client, actor))
    } catch (error) {
      await client.query('rollback').catch((rollbackError: Error) => {
        broken = rollbackError
      })
      throw error
    }
    await commit(client).catch((error: Error) => {
      broken = error
      throw error
    })
    return result
  } finally {
    client.off('error', onLost)
    client.release(broken)
  }
}

/** The settings are local to the transaction, as `set local` makes them, and come with the values of the statement. */
const settingsOfProvider = ({ providerId, environment }: ProviderActor): TripStatement => ({
  name: 'provider',
  text: `select set_config('app.provider', $1, true), set_config('app.environment', $2, true)`,
  values: [providerId, environment],
})

const runAtOnce = async (
  pool: pg.Pool,
  actor: ProviderActor,
  statements: readonly TripStatement[],
): Promise<TripRow[]> => {
  const client = await pool.connect()
  let broken: Error | undefined
  const onLost = (error: Error): void => {
    broken = error
  }
  client.on('error', onLost)
  try {
    return await oneTrip(client, [settingsOfProvider(actor), ...statements])
  } catch (error) {
    // Which statements were prepared before it failed is not known: the connection is not used again.
    broken = error instanceof Error ? error : new Error(String(error))
    throw error instanceof pg.DatabaseError ? error : new CommitUnknown(error)
  } finally {
    client.off('error', onLost)
    client.release(broken)
  }
}

/** An error that PostgreSQL itself reports means that the transaction was rolled back; any other leaves it open. */
const commit = async (client: pg.PoolClient): Promise<void> => {
  try {
    await client.query('commit')
  } catch (error) {
    throw error instanceof pg.DatabaseError ? error : new CommitUnknown(error)
  }
}
