import { readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { openAdministration, openLog } from '@opentipline/server'
import { databaseWish } from '../database-wish.ts'
import { exitCodes, Refused } from '../exit.ts'
import { defaultDataDir, readWords } from '../options.ts'
import type { Command } from './index.ts'

export const ledgerCosign: Command = {
  name: 'ledger cosign',
  usage: 'ledger cosign FILE --witness KEY [--data DIR]',
  about: 'Keeps what a witness signed beside one of our checkpoints.',
  details: `  FILE           the checkpoint as the witness sent it back
  --witness KEY  the witness's verifier key (tlog-cosignature, cosignature/v1); may be repeated
  --data DIR     the data folder (tipline-data, or TIPLINE_DATA)
The checkpoint is served with the witness's line at /ledger/checkpoint/SIZE.`,
  run: async (words) => {
    const { values, positionals } = readWords(
      words,
      { data: { type: 'string' }, witness: { type: 'string', multiple: true } },
      { min: 1, max: 1 },
    )
    if (values.witness === undefined)
      throw new Refused('usage', 'Say whose signature to take: --witness KEY.')
    const checkpoint = await readFile(positionals[0] ?? '', 'utf8')
    const administration = await openAdministration({
      dataDir: values.data ?? defaultDataDir(),
      ...databaseWish(),
      operator: userInfo().username,
      log: openLog('warn'),
    })
    try {
      const witnesses = await administration.ledger.cosign(checkpoint, values.witness)
      if (witnesses.length === 0)
        throw new Refused('refused', 'The checkpoint bears no line of these witnesses.')
      process.stdout.write(
        values.json ? `${JSON.stringify({ witnesses })}\n` : `Cosigned by ${witnesses.join(', ')}.\n`,
      )
      return exitCodes.done
    } finally {
      await administration.close()
    }
  },
}
