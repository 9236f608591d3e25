import { userInfo } from 'node:os'
import { openAdministration, openLog } from '@opentipline/server'
import { databaseWish } from '../database-wish.ts'
import { exitCodes, Refused } from '../exit.ts'
import { defaultDataDir, readWords } from '../options.ts'
import type { Command } from './index.ts'
import { defaultPort } from './serve.ts'

/** Where browsers reach the desk: as the operator says, or this machine by its name, to which a passkey can belong. */
const origin = (server: string | undefined): string => {
  const url = new URL(process.env.TIPLINE_PUBLIC_URL ?? server ?? `http://localhost:${defaultPort}`)
  if (url.hostname === '127.0.0.1' || url.hostname === '[::1]') url.hostname = 'localhost'
  return url.origin
}

export const personInvite: Command = {
  name: 'person invite',
  usage: 'person invite NAME --agency ID --role ROLE [--data DIR]',
  about: 'Makes a one-time link by which a person registers a passkey: how an agency begins.',
  details: `  NAME         the person's name, as colleagues and the ledger will read it
  --agency ID  the agency's id, or clearinghouse
  --role ROLE  "agency administrator", "clearinghouse supervisor", auditor or operator; they invite the others at the desk
  --data DIR   the data folder (tipline-data, or TIPLINE_DATA)
The link is shown this once and is good for 24 hours. Works beside a running server and without one.
TIPLINE_PUBLIC_URL is the address in it.`,
  run: async (words) => {
    const { values, positionals } = readWords(
      words,
      { agency: { type: 'string' }, role: { type: 'string' }, data: { type: 'string' } },
      { min: 1, max: 1 },
    )
    const { agency, role } = values
    if (agency === undefined || role === undefined)
      throw new Refused(
        'usage',
        'Say --agency and --role: a person belongs to an agency and has a role there.',
      )
    const administration = await openAdministration({
      dataDir: values.data ?? defaultDataDir(),
      ...databaseWish(),
      operator: userInfo().username,
      log: openLog('warn'),
    })
    try {
      const made = await administration
        .invitePerson({ name: positionals[0] ?? '', agencyId: agency, role })
        .catch((error: unknown) => {
          throw new Refused('refused', error instanceof Error ? error.message : String(error))
        })
      const link = `${origin(administration.server)}/join#${made.token}`
      const { personId, name } = made
      process.stdout.write(
        values.json
          ? `${JSON.stringify({ personId, name, agency: made.agency, role: made.role, link })}\n`
          : `${name}, ${made.role} at ${made.agency}\n\n  ${link}\n\nThe link is shown this once, works once, and for 24 hours. Hand it over in person or by a safe way:\nwhoever opens it registers a passkey as ${name}.\n`,
      )
      return exitCodes.done
    } finally {
      await administration.close()
    }
  },
}
