import { callsPerMinuteMax } from '@opentipline/server'
import { exitCodes, Refused } from '../exit.ts'
import { readNumber, readWords } from '../options.ts'
import { withAdministration } from '../with-administration.ts'
import type { Command } from './index.ts'

export const providerLimit: Command = {
  name: 'provider limit',
  usage: 'provider limit USERNAME CALLS_PER_MINUTE [--data DIR]',
  about: 'Sets how many calls a minute a credential may make.',
  details: `  CALLS_PER_MINUTE  1 to ${callsPerMinuteMax}; as many may also come at once
  --data DIR        the data folder (tipline-data, or TIPLINE_DATA)
What goes beyond is answered with HTTP 429 and Retry-After, and nothing of it is stored. Each server process counts for itself.`,
  run: async (words) => {
    const { values, positionals } = readWords(words, { data: { type: 'string' } }, { min: 2, max: 2 })
    const [username = '', calls] = positionals
    const callsPerMinute = readNumber(calls, 'CALLS_PER_MINUTE', 0, 1, callsPerMinuteMax)
    if (callsPerMinute === 0) throw new Refused('usage', 'Say how many calls a minute.')
    await withAdministration(values.data, ({ providers }) => providers.limit({ username, callsPerMinute }))
    process.stdout.write(
      values.json
        ? `${JSON.stringify({ username, callsPerMinute })}\n`
        : `${username} may make ${callsPerMinute} calls a minute.\n`,
    )
    return exitCodes.done
  },
}
