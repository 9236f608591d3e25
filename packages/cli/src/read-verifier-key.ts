import { readFile } from 'node:fs/promises'
import { LedgerError, parseVerifierKey, type VerifierKey } from '@opentipline/ledger'
import { Refused } from './exit.ts'

/** A log's verifier key: as it is, or in a file. @throws Refused */
export const readVerifierKey = async (key: string): Promise<VerifierKey> => {
  const text = key.includes('+') ? key : await readFile(key, 'utf8')
  try {
    return parseVerifierKey(text.trim())
  } catch (error) {
    if (error instanceof LedgerError)
      throw new Refused('usage', `--key is no verifier key: ${error.message}.`)
    throw error
  }
}
