import { Refused } from './exit.ts'

type DatabaseWish = {
  databaseUrl: string | undefined
  databaseOwnerUrl: string | undefined
  plainDatabase: boolean
}

/** The operator's own PostgreSQL, where one is named, who owns the schema there, and whether it may be reached in the clear. */
export const databaseWish = (): DatabaseWish => {
  const plain = process.env.TIPLINE_DATABASE_PLAIN
  if (plain !== undefined && plain !== 'allowed')
    throw new Refused('usage', `TIPLINE_DATABASE_PLAIN takes "allowed" or is not set, not "${plain}".`)
  return {
    databaseUrl: process.env.DATABASE_URL,
    databaseOwnerUrl: process.env.TIPLINE_DATABASE_OWNER_URL,
    plainDatabase: plain === 'allowed',
  }
}
