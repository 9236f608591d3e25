import { Readable } from 'node:stream'
import type { ByteRange, OpenedObject } from '@opentipline/vault'
import { q } from '../../db/query.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import type { Services } from '../../platform/services.ts'
import { record } from '../ledger/index.ts'
import { foundBy, raiseIncident } from './incidents.ts'
import { openingMinutes } from './open.ts'
import { readRange } from './range.ts'
import { type ShownType, sniff, sniffedBytes } from './sniff.ts'

type Served = Pick<Services, 'database' | 'vault' | 'now'>
type Opened = {
  file_id: string
  report_id: string
  tip_id: string
  size_bytes: string
  sha256: string
  wrapped_key: Buffer | null
  key_id: string
}
type FileBytes = {
  stream: Readable
  /** By the bytes; anything that is not shown is only bytes. */
  type: ShownType | 'application/octet-stream'
  sizeBytes: number
  range: ByteRange | undefined
}

/**
 * The bytes of an opening. That they are given out is in the ledger, committed, before the first of them is read; a whole
 * file is hashed on its way, and its last bytes leave only when the hash is the one of what was received.
 * @throws Problem not-found, file-destroyed, file-damaged, range-not-there
 */
export const readOpenedFile = async (
  services: Served,
  session: Session,
  openingId: string,
  rangeHeader: string | undefined,
): Promise<FileBytes> => {
  const { opened, wrappedKey, range } = await recordReading(services, session, openingId, rangeHeader)
  const sizeBytes = Number(opened.size_bytes)
  const file = { fileId: opened.file_id, reportId: opened.report_id }
  const watched = watch(services, session, file)
  const object = await watched(() =>
    services.vault.open({
      objectId: opened.file_id,
      sizeBytes,
      sha256: opened.sha256,
      wrappedKey,
      keyId: opened.key_id,
    }),
  )
  const beginning = await watched(() => readBeginning(object))
  return {
    stream: Readable.from(watchedPieces(watched, object.stream(range)), { objectMode: false }),
    type: sniff(beginning) ?? 'application/octet-stream',
    sizeBytes,
    range,
  }
}

const recordReading = (
  services: Served,
  session: Session,
  openingId: string,
  rangeHeader: string | undefined,
) =>
  services.database.transaction(session.actor, async (tx) => {
    const now = services.now()
    const oldest = new Date(now.getTime() - openingMinutes * 60_000)
    const [opened] = /^\d{1,18}$/.test(openingId)
      ? await tx.prepared<Opened>('opened-file', 'select * from opened_file($1)', [openingId])
      : []
    const fresh =
      opened &&
      (await tx.maybe(
        q
          .updateTable('file_opening')
          .set(({ fn, val }) => ({ streamed_at: fn.coalesce('streamed_at', val(now)) }))
          .where('opening_id', '=', openingId)
          .where('opened_at', '>', oldest)
          .returning('opening_id'),
      ))
    if (!opened || !fresh)
      throw new Problem('not-found', 'You have not opened such a file in the last minutes.')
    if (!opened.wrapped_key) throw new Problem('file-destroyed')
    const range = readRange(rangeHeader, Number(opened.size_bytes))
    if (range === 'none') throw new Problem('range-not-there', `The file has ${opened.size_bytes} bytes.`)
    await record(tx, now, {
      action: 'file.read',
      object: { kind: 'tip', id: opened.tip_id },
      details: {
        file: opened.file_id,
        opening: openingId,
        ...(range === 'whole' ? {} : { from: range.start, to: range.endExclusive }),
      },
    })
    return { opened, wrappedKey: opened.wrapped_key, range: range === 'whole' ? undefined : range }
  })

const readBeginning = async (object: OpenedObject): Promise<Uint8Array> => {
  const range = { start: 0, endExclusive: Math.min(sniffedBytes, object.sizeBytes) }
  const pieces: Uint8Array[] = []
  for await (const piece of object.stream(range)) pieces.push(piece)
  return Buffer.concat(pieces)
}

type Watched = <T>(work: () => Promise<T>) => Promise<T>

/** Turns what the vault says of the evidence into an incident on record, and then into a refusal. */
const watch =
  (services: Served, session: Session, file: { fileId: string; reportId: string }): Watched =>
  async (work) => {
    try {
      return await work()
    } catch (error) {
      const found = foundBy(error)
      if (!found) throw error
      await services.database.transaction(session.actor, (tx) =>
        raiseIncident(tx, file, found, 'reading', services.now()),
      )
      throw new Problem('file-damaged', `Found: ${found.kind}.`)
    }
  }

/**
 * The pieces, each given out when the next has been read: the vault says at the end whether the whole is what was received,
 * and until it has the last piece stays here. An answer that is cut short is no whole file to anybody.
 */
async function* watchedPieces(watched: Watched, stream: Readable): AsyncGenerator<Uint8Array> {
  const pieces: AsyncIterator<Uint8Array> = stream[Symbol.asyncIterator]()
  try {
    let held = await watched(() => pieces.next())
    while (held.done !== true) {
      const next = await watched(() => pieces.next())
      yield held.value
      held = next
    }
  } finally {
    stream.destroy()
  }
}
