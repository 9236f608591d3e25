import { overlapHoursMax } from '@opentipline/contract'
import { exitCodes } from '../exit.ts'
import { readNumber, readWords } from '../options.ts'
import { withAdministration } from '../with-administration.ts'
import type { Command } from './index.ts'

/** Long enough for a change of configuration to reach every machine of a provider, short enough to be remembered. */
const overlapHoursDefault = 72

export const providerRotate: Command = {
  name: 'provider rotate',
  usage: 'provider rotate USERNAME [--overlap-hours N] [--data DIR]',
  about: 'Makes a credential in the place of one, which works on for a while.',
  details: `  --overlap-hours N  how long the old one still works (${overlapHoursDefault}; 0 ends it at once; at most ${overlapHoursMax})
  --data DIR         the data folder (tipline-data, or TIPLINE_DATA)`,
  run: async (words) => {
    const { values, positionals } = readWords(
      words,
      { 'overlap-hours': { type: 'string' }, data: { type: 'string' } },
      { min: 1, max: 1 },
    )
    const username = positionals[0] ?? ''
    const overlapHours = readNumber(
      values['overlap-hours'],
      '--overlap-hours',
      overlapHoursDefault,
      0,
      overlapHoursMax,
    )
    const made = await withAdministration(values.data, ({ providers }) =>
      providers.rotate({ username, overlapHours }),
    )
    process.stdout.write(
      values.json
        ? `${JSON.stringify({ ...made, replaces: username, overlapHours })}\n`
        : `Username     ${made.username}\nPassword     ${made.password}\n\nThe password is shown this once and kept nowhere. ${username} works for ${overlapHours} more hours.\n`,
    )
    return exitCodes.done
  },
}
