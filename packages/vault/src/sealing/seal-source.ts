import { type Batch, batchPieces } from '../batch-pieces.ts'
import { VaultError } from '../errors.ts'
import type { ByteSource } from '../stores/object-store.ts'
import { joinPieces } from './join-pieces.ts'
import { objectSealer, type Tally } from './seal-object.ts'
import type { SealedBatch } from './thread-link.ts'
import { beginSealing } from './thread-pool.ts'

/**
 * An object below this size is sealed here and now, in half a millisecond at most; a larger one in batches of this
 * size on a sealing thread. Larger batches were no faster and took more memory.
 */
export const sealingBatchBytes = 131_072

export interface SealSourceOptions {
  objectId: string
  dataKey: Uint8Array
  /** More plaintext than this throws `object-too-large`. */
  maxBytes: number
}

/** The sealed bytes of `source`, in order. Returns the tally. Throws the source's own error. */
export async function* sealSource(
  source: ByteSource,
  options: SealSourceOptions,
): AsyncGenerator<Uint8Array, Tally> {
  const batches = batchPieces(limited(source, options), sealingBatchBytes)
  try {
    const first = await batches.next()
    if (first.done === true) throw new Error('A source gives at least one batch.')
    return yield* first.value.isLast
      ? sealHere(first.value, options)
      : sealElsewhere(first.value, batches, options)
  } finally {
    await batches.return(undefined)
  }
}

function* sealHere(
  { pieces }: Batch,
  { dataKey, objectId }: SealSourceOptions,
): Generator<Uint8Array, Tally> {
  const sealer = objectSealer(dataKey, objectId)
  for (const piece of pieces) yield* sealer.push(piece)
  yield* sealer.end()
  return sealer.tally()
}

/** One batch is being sealed while the next is gathered and the one before is written. */
async function* sealElsewhere(
  first: Batch,
  others: AsyncIterable<Batch>,
  { dataKey, objectId }: SealSourceOptions,
): AsyncGenerator<Uint8Array, Tally> {
  const job = beginSealing(objectId, dataKey)
  const send = ({ pieces, isLast }: Batch): Promise<SealedBatch> => {
    const answer = job.send(joinPieces(pieces), isLast)
    // Its failure is thrown where it is awaited; this keeps it from counting as unhandled until then.
    answer.catch(() => undefined)
    return answer
  }
  try {
    let underWay = send(first)
    for await (const batch of others) {
      const next = send(batch)
      yield (await underWay).sealed
      underWay = next
    }
    const { sealed, tally } = await underWay
    yield sealed
    if (tally === undefined) throw new Error('The last sealed batch brings the tally.')
    return tally
  } finally {
    job.close()
  }
}

async function* limited(
  source: ByteSource,
  { objectId, maxBytes }: SealSourceOptions,
): AsyncGenerator<Uint8Array> {
  let sizeBytes = 0
  for await (const piece of source) {
    sizeBytes += piece.length
    if (sizeBytes > maxBytes) {
      throw new VaultError('object-too-large', `Object ${objectId} is larger than ${maxBytes} bytes.`, {
        objectId,
      })
    }
    yield piece
  }
}
