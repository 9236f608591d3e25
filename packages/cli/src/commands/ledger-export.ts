import { userInfo } from 'node:os'
import { openAdministration, openLog } from '@opentipline/server'
import { databaseWish } from '../database-wish.ts'
import { exitCodes } from '../exit.ts'
import { defaultDataDir, readWords } from '../options.ts'
import { openProgress, type Progress } from '../output/progress.ts'
import type { Command } from './index.ts'

export const ledgerExport: Command = {
  name: 'ledger export',
  usage: 'ledger export DIR [--data DIR]',
  about: 'Writes the signed log into an empty folder, as other people’s verifiers read it.',
  details: `  --data DIR     the data folder (tipline-data, or TIPLINE_DATA)
The folder gets the layout of C2SP tlog-tiles: checkpoint, tile/0/..., tile/entries/..., and the verifier key. Entries
name who did what, by id; keep the folder as you keep the log. Verify it anywhere: tipline ledger verify DIR --key KEY`,
  run: async (words) => {
    const { values, positionals } = readWords(words, { data: { type: 'string' } }, { min: 1, max: 1 })
    const folder = positionals[0] ?? ''
    const administration = await openAdministration({
      dataDir: values.data ?? defaultDataDir(),
      ...databaseWish(),
      operator: userInfo().username,
      log: openLog('warn'),
    })
    try {
      let progress: Progress | undefined
      const entries = await administration.ledger.export(folder, (done, size) =>
        (progress ??= openProgress('Exporting entries', size)).show(done),
      )
      progress?.end()
      const made = { folder, entries, verifierKey: administration.ledger.verifierKey }
      process.stdout.write(
        values.json
          ? `${JSON.stringify(made)}\n`
          : `${entries} entries are in ${folder}\nVerifier key: ${made.verifierKey}\n`,
      )
      return exitCodes.done
    } finally {
      await administration.close()
    }
  },
}
