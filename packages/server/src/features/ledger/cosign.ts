import { acceptCosignature, parseCheckpoint, parseNote, type VerifierKey } from '@opentipline/ledger'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { record } from './record.ts'

/** A witness whose clock runs ahead by more than this says a time that has not been. */
const futureMaxSeconds = 300

/**
 * Keeps what witnesses say of a checkpoint of ours. `cosigned` is the checkpoint as they sent it back: our text, our
 * signature or not, and their lines. Lines of unknown keys are passed over.
 * @returns the names of the witnesses whose lines were taken
 * @throws Error when we never signed that checkpoint, or when a known witness's line is false
 */
export const acceptCosignatures = async (
  tx: Transaction,
  cosigned: string,
  witnesses: readonly VerifierKey[],
  now: Date,
): Promise<string[]> => {
  const { text } = parseNote(cosigned)
  const { size } = parseCheckpoint(text)
  const row = await tx.maybe(
    q.selectFrom('ledger_checkpoint').where('size', '=', String(size)).select('note'),
  )
  if (!row || parseNote(row.note).text !== text) throw new Error('We never signed this checkpoint.')
  const taken: string[] = []
  for (const line of cosigned.slice(text.length + 1).split('\n')) {
    const witness = witnesses.find((key) => line.startsWith(`\u2014 ${key.name} `))
    if (!witness) continue
    const verdict = acceptCosignature(row.note, line, [witness], {
      timeSeconds: Math.floor(now.getTime() / 1000),
      futureMaxSeconds,
    })
    if (!verdict.ok) throw new Error(`The line of ${witness.name} is refused: ${verdict.reason}.`)
    await keepLine(tx, size, witness.name, line, now)
    taken.push(witness.name)
  }
  return taken
}

/** The first line of a witness stands: a later one of the same checkpoint says nothing new. */
const keepLine = async (
  tx: Transaction,
  size: number,
  witness: string,
  line: string,
  now: Date,
): Promise<void> => {
  const [added] = await tx.rows(
    q
      .insertInto('ledger_cosignature')
      .values({ size: String(size), witness, line, at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('witness'),
  )
  if (added)
    await record(tx, now, {
      action: 'ledger.cosigned',
      object: { kind: 'checkpoint', id: String(size) },
      details: { witness: witness.slice(0, 256) },
    })
}
