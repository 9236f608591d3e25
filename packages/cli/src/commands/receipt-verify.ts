import { readFile } from 'node:fs/promises'
import { verifyReceipt } from '@opentipline/ledger'
import { exitCodes, Refused } from '../exit.ts'
import { readWords } from '../options.ts'
import { readVerifierKey } from '../read-verifier-key.ts'
import type { Command } from './index.ts'

export const receiptVerify: Command = {
  name: 'receipt verify',
  usage: 'receipt verify FILE --key KEY',
  about: 'Tells what a receipt proves, without asking anybody.',
  details: `  FILE       the receipt, from GET /ispws-ext/receipt?id=REPORT with the provider's credentials
  --key KEY  the clearinghouse's verifier key or a file with it; it is served at /ledger/key
Needs no server and no network. Ends with 0 when the receipt is good and with 4 when it proves nothing.`,
  run: async (words) => {
    const { values, positionals } = readWords(words, { key: { type: 'string' } }, { min: 1, max: 1 })
    if (values.key === undefined) throw new Refused('usage', 'Say by whose key: --key KEY.')
    const key = await readVerifierKey(values.key)
    const text = await readFile(positionals[0] ?? '', 'utf8')
    const verdict = verifyReceipt(text, { origin: key.name, logKeys: [key] })
    if (!verdict.ok) {
      process.stdout.write(
        values.json ? `${JSON.stringify(verdict)}\n` : `This receipt proves nothing: ${verdict.reason}.\n`,
      )
      return exitCodes.found
    }
    const { entry, index, checkpoint } = verdict
    process.stdout.write(
      values.json
        ? `${JSON.stringify({ ok: true, entry, index, size: checkpoint.size, origin: checkpoint.origin })}\n`
        : `The receipt is good.\nThe log of ${checkpoint.origin} has at place ${index}, of ${checkpoint.size} signed:\n  ${entry.action} of ${entry.object.kind} ${entry.object.id}, by ${entry.actor.kind} ${entry.actor.id}, at ${entry.at}, ${entry.outcome}\n`,
    )
    return exitCodes.done
  },
}
