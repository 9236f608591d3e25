import { readFile } from 'node:fs/promises'
import { verifyCertificate } from '@opentipline/ledger'
import { exitCodes, Refused } from '../exit.ts'
import { readWords } from '../options.ts'
import { readVerifierKey } from '../read-verifier-key.ts'
import type { Command } from './index.ts'

export const certificateVerify: Command = {
  name: 'certificate verify',
  usage: 'certificate verify FILE --key KEY',
  about: 'Tells what a certificate of destruction proves, without asking anybody.',
  details: `  FILE       the certificate, from the page Destroyed files at the desk
  --key KEY  the clearinghouse's verifier key or a file with it; it is served at /ledger/key
Needs no server and no network. Ends with 0 when the certificate is good and with 4 when it proves nothing.`,
  run: async (words) => {
    const { values, positionals } = readWords(words, { key: { type: 'string' } }, { min: 1, max: 1 })
    if (values.key === undefined) throw new Refused('usage', 'Say by whose key: --key KEY.')
    const key = await readVerifierKey(values.key)
    const text = await readFile(positionals[0] ?? '', 'utf8')
    const verdict = verifyCertificate(text, { origin: key.name, logKeys: [key] })
    if (!verdict.ok) {
      process.stdout.write(
        values.json
          ? `${JSON.stringify(verdict)}\n`
          : `This certificate proves nothing: ${verdict.reason}.\n`,
      )
      return exitCodes.found
    }
    const { statement, entry, index, checkpoint } = verdict
    process.stdout.write(
      values.json
        ? `${JSON.stringify({ ok: true, statement, entry, index, size: checkpoint.size, origin: checkpoint.origin })}\n`
        : `The certificate is good.\n${statement}\nThe log of ${checkpoint.origin} has at place ${index}, of ${checkpoint.size} signed, that file ${entry.object.id} was destroyed at ${entry.at}, and the hash of these words.\n`,
    )
    return exitCodes.done
  },
}
