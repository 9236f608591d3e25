import { Refused } from './exit.ts'

/** The operator's own PostgreSQL, where one is named, and whether it may be reached in the clear. */
export const databaseWish = (): { databaseUrl: string | undefined; plainDatabase: boolean } => {
  const plain = process.env.TIPLINE_DATABASE_PLAIN
  if (plain !== undefined && plain !== 'allowed')
    throw new Refused('usage', `TIPLINE_DATABASE_PLAIN takes "allowed" or is not set, not "${plain}".`)
  return { databaseUrl: process.env.DATABASE_URL, plainDatabase: plain === 'allowed' }
}
