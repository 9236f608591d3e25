import type { ProviderListing } from '@opentipline/server'
import { exitCodes } from '../exit.ts'
import { readWords } from '../options.ts'
import { withAdministration } from '../with-administration.ts'
import type { Command } from './index.ts'

const credentialLine = (each: ProviderListing['credentials'][number]): string =>
  [
    `  ${each.username}`,
    each.environment,
    each.state === 'ending' ? `works until ${each.expiresAt}` : each.state,
    `${each.callsPerMinute} calls/min`,
    each.lastUsedAt ? `last used ${each.lastUsedAt}` : 'never used',
    ...(each.limitedAt ? [`told to wait ${each.limitedAt}`] : []),
    ...(each.purpose ? [each.purpose] : []),
  ].join('  ')

export const providerList: Command = {
  name: 'provider list',
  usage: 'provider list [--data DIR]',
  about: 'Lists the providers and their credentials, without any password.',
  details: `  --data DIR   the data folder (tipline-data, or TIPLINE_DATA)`,
  run: async (words) => {
    const { values } = readWords(words, { data: { type: 'string' } }, { min: 0, max: 0 })
    const providers = await withAdministration(values.data, ({ providers: each }) => each.list())
    const text = providers.map(({ name, credentials }) =>
      [name, ...credentials.map(credentialLine)].join('\n'),
    )
    process.stdout.write(
      values.json ? `${JSON.stringify(providers)}\n` : `${text.join('\n') || 'No provider yet.'}\n`,
    )
    return exitCodes.done
  },
}
