import { exitCodes } from '../exit.ts'
import { readWords } from '../options.ts'
import { withAdministration } from '../with-administration.ts'
import type { Command } from './index.ts'

export const providerRevoke: Command = {
  name: 'provider revoke',
  usage: 'provider revoke USERNAME [--data DIR]',
  about: 'Ends a credential now and for ever.',
  details: `  --data DIR   the data folder (tipline-data, or TIPLINE_DATA)
A running server refuses its calls within two seconds. Reports filed under it stay.`,
  run: async (words) => {
    const { values, positionals } = readWords(words, { data: { type: 'string' } }, { min: 1, max: 1 })
    const username = positionals[0] ?? ''
    await withAdministration(values.data, ({ providers }) => providers.revoke(username))
    process.stdout.write(
      values.json ? `${JSON.stringify({ revoked: username })}\n` : `${username} is revoked.\n`,
    )
    return exitCodes.done
  },
}
