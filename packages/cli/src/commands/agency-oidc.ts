import { readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { openAdministration, openLog } from '@opentipline/server'
import { databaseWish } from '../database-wish.ts'
import { exitCodes, Refused } from '../exit.ts'
import { defaultDataDir, readWords } from '../options.ts'
import type { Command } from './index.ts'

/** Bytes of a client secret at most; providers give a few dozen. */
const secretBytesMax = 1024

const readSecret = async (path: string): Promise<string> => {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new Refused('failed', `${path} cannot be read: ${error.message}`)
  })
  const secret = text.trim()
  if (secret === '' || Buffer.byteLength(secret) > secretBytesMax)
    throw new Refused(
      'refused',
      `${path} holds no client secret: one line of at most ${secretBytesMax} bytes.`,
    )
  return secret
}

const about = (secondFactor: string): string => {
  const [claim = '', ...value] = secondFactor.split(':')
  return secondFactor === 'trusted'
    ? 'Whether they give a second factor is not looked at.'
    : `A sign-in counts only with ${claim} "${value.join(':')}".`
}

export const agencyOidc: Command = {
  name: 'agency oidc',
  usage: 'agency oidc AGENCY --issuer URL --client ID --secret-file FILE --second-factor F [--data DIR]',
  about: 'Lets an agency’s people sign in by its own OpenID provider.',
  details: `  AGENCY            the agency's id
  --issuer URL      the provider's issuer, exactly as it names itself
  --client ID       the client id that the provider gave this deployment
  --secret-file F   a file with the client secret; it is kept sealed
  --second-factor F what the provider must say for a sign-in to count: acr:VALUE, amr:VALUE, or trusted (it is not looked at)
  --data DIR        the data folder (tipline-data, or TIPLINE_DATA)
Register at the provider the redirect address ADDRESS/api/oidc/callback/AGENCY, where ADDRESS is TIPLINE_PUBLIC_URL.
Nobody is let in by this alone: the agency's administrator adds each person with the subject the provider knows them by.`,
  run: async (words) => {
    const { values, positionals } = readWords(
      words,
      {
        issuer: { type: 'string' },
        client: { type: 'string' },
        'secret-file': { type: 'string' },
        'second-factor': { type: 'string' },
        data: { type: 'string' },
      },
      { min: 1, max: 1 },
    )
    const { issuer, client, 'secret-file': file, 'second-factor': secondFactor } = values
    if (issuer === undefined || client === undefined || file === undefined || secondFactor === undefined)
      throw new Refused('usage', 'Say --issuer, --client, --secret-file and --second-factor.')
    const secret = await readSecret(file)
    const administration = await openAdministration({
      dataDir: values.data ?? defaultDataDir(),
      ...databaseWish(),
      operator: userInfo().username,
      log: openLog('warn'),
    })
    const agencyId = positionals[0] ?? ''
    try {
      const wish = { agencyId, issuer, clientId: client, secret, secondFactor }
      await administration.setOidc(wish).catch((error: unknown) => {
        throw new Refused('refused', error instanceof Error ? error.message : String(error))
      })
      process.stdout.write(
        values.json
          ? `${JSON.stringify({ agency: agencyId, issuer, client, secondFactor })}\n`
          : `${agencyId} signs its people in by ${issuer}. ${about(secondFactor)}\n`,
      )
      return exitCodes.done
    } finally {
      await administration.close()
    }
  },
}
