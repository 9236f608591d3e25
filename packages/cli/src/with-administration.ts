import { userInfo } from 'node:os'
import { type Administration, openAdministration, openLog } from '@opentipline/server'
import { databaseWish } from './database-wish.ts'
import { Refused } from './exit.ts'
import { defaultDataDir } from './options.ts'

/** Runs `work` with the operator's means on a data folder, beside a running server or without one. */
export const withAdministration = async <T>(
  data: string | undefined,
  work: (administration: Administration) => Promise<T>,
): Promise<T> => {
  const administration = await openAdministration({
    dataDir: data ?? defaultDataDir(),
    ...databaseWish(),
    operator: userInfo().username,
    log: openLog('warn'),
  })
  try {
    return await work(administration)
  } catch (error) {
    throw error instanceof Error ? new Refused('failed', error.message) : error
  } finally {
    await administration.close()
  }
}
