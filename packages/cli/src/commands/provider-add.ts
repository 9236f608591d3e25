import { userInfo } from 'node:os'
import { openAdministration, openLog } from '@opentipline/server'
import { databaseWish } from '../database-wish.ts'
import { exitCodes, Refused } from '../exit.ts'
import { defaultDataDir, readWords } from '../options.ts'
import type { Command } from './index.ts'

export const providerAdd: Command = {
  name: 'provider add',
  usage: 'provider add NAME --environment live|test [--data DIR]',
  about: 'Makes an API credential for a provider; shows its password once.',
  details: `  --environment  live or test; what a test credential files never reaches an agency
  --data DIR     the data folder (tipline-data, or TIPLINE_DATA)
Works beside a running server and without one. A known name gets a further credential.`,
  run: async (words) => {
    const { values, positionals } = readWords(
      words,
      { environment: { type: 'string' }, data: { type: 'string' } },
      { min: 1, max: 1 },
    )
    const { environment } = values
    if (environment !== 'live' && environment !== 'test')
      throw new Refused('usage', 'Say --environment live or --environment test: the two never mix.')
    const administration = await openAdministration({
      dataDir: values.data ?? defaultDataDir(),
      ...databaseWish(),
      operator: userInfo().username,
      log: openLog('warn'),
    })
    try {
      const made = await administration.addProvider({ name: positionals[0] ?? '', environment })
      process.stdout.write(
        values.json
          ? `${JSON.stringify(made)}\n`
          : `Provider     ${made.name} (${made.environment})\nUsername     ${made.username}\nPassword     ${made.password}\n\nThe password is shown this once and kept nowhere. Give it to the provider over a safe way.\n`,
      )
      return exitCodes.done
    } finally {
      await administration.close()
    }
  },
}
