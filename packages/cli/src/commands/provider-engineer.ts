import { exitCodes } from '../exit.ts'
import { readWords } from '../options.ts'
import { withAdministration } from '../with-administration.ts'
import type { Command } from './index.ts'

export const providerEngineer: Command = {
  name: 'provider engineer',
  usage: 'provider engineer PROVIDER PERSON_ID [--remove] [--data DIR]',
  about: 'Lets a person see a provider’s credentials and own reports, or ends it.',
  details: `  PROVIDER     the provider's name
  PERSON_ID    somebody with the role provider engineer
  --remove     ends it
  --data DIR   the data folder (tipline-data, or TIPLINE_DATA)
A person is of one provider at a time.`,
  run: async (words) => {
    const { values, positionals } = readWords(
      words,
      { remove: { type: 'boolean' }, data: { type: 'string' } },
      { min: 2, max: 2 },
    )
    const [provider = '', personId = ''] = positionals
    const remove = values.remove === true
    await withAdministration(values.data, ({ providers }) =>
      providers.engineer({ provider, personId, remove }),
    )
    process.stdout.write(
      values.json
        ? `${JSON.stringify({ provider, personId, remove })}\n`
        : `${personId} ${remove ? 'no longer acts' : 'acts'} for ${provider}.\n`,
    )
    return exitCodes.done
  },
}
