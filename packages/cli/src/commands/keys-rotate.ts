import { userInfo } from 'node:os'
import { openAdministration, openLog } from '@opentipline/server'
import { databaseWish } from '../database-wish.ts'
import { exitCodes } from '../exit.ts'
import { defaultDataDir, readWords } from '../options.ts'
import type { Command } from './index.ts'

export const keysRotate: Command = {
  name: 'keys rotate',
  usage: 'keys rotate [--continue] [--data DIR]',
  about: 'Adds a wrapping key for evidence and seals every file’s key under it; no file is rewritten.',
  details: `  --continue   adds no key: goes on with a rotation that was stopped
  --data DIR   the data folder (tipline-data, or TIPLINE_DATA)
Back up the folder keys/vault before and after. The old keys stay: a back-up of the database needs them. A server that runs
takes up the new key within ten minutes; run it with --continue afterwards to move what came in meanwhile.`,
  run: async (words) => {
    const { values } = readWords(
      words,
      { data: { type: 'string' }, continue: { type: 'boolean' } },
      { min: 0, max: 0 },
    )
    const administration = await openAdministration({
      dataDir: values.data ?? defaultDataDir(),
      ...databaseWish(),
      operator: userInfo().username,
      log: openLog('warn'),
    })
    try {
      const rotated = await administration.evidence.rotateKeys({ add: values.continue !== true })
      const refused = rotated.refused > 0 ? ` ${rotated.refused} did not open: an incident each.` : ''
      process.stdout.write(
        values.json
          ? `${JSON.stringify(rotated)}\n`
          : `${rotated.moved} files are sealed under key ${rotated.keyId}.${refused}\n`,
      )
      return rotated.refused === 0 ? exitCodes.done : exitCodes.found
    } finally {
      await administration.close()
    }
  },
}
