import {
  makePictureIndex,
  pdqQualityMin,
  pictureKind,
  pictureKindBytes,
  type PictureIndex,
  type PictureSetting,
} from '@opentipline/domain'
import type { ReadableRecord } from '@opentipline/vault'
import type { Actor } from '../../../db/actor.ts'
import type { Transaction } from '../../../db/transaction.ts'
import type { Services } from '../../../platform/services.ts'
import { record } from '../../ledger/index.ts'
import { type Decoded, decodePicture } from './decode.ts'
import { nearMax, pictureBytesMax } from './limits.ts'

/** Opens the files, and answers. */
const keeper: Actor = { role: 'tipline_keeper', kind: 'keeper', name: 'pictures' }
/** Puts the reports on their way again. */
const pipeline: Actor = { role: 'tipline_pipeline', kind: 'pipeline', stage: 'pictures' }

/** Files answered before the pipeline is given what is known of them. */
const doneMax = 16
/** Answers taken on at once. */
const takenMax = 1_000

/** Rows read at once of those that another process, or an earlier run, has stored. */
const pageRows = 50_000

type Waiting = {
  file_id: string
  report_id: string
  size_bytes: string
  sha256: string
  wrapped_key: Buffer | null
  key_id: string
}

/**
 * By state, never by a number: what commits late is still waiting when it does. The setting is asked once more: what was
 * asked for under a wider one stays waiting.
 */
const claim = `
  select p.file_id, p.report_id, f.size_bytes, f.sha256, f.wrapped_key, f.key_id
  from picture_hash p join file f using (file_id) where p.answer = 'waiting' and (p.viewed or $1)
  order by p.asked_at limit 1 for update of p skip locked`

const answered = `
  update picture_hash set answer = $2, hash = $3, quality = $4, caveat = $5, near = $6, answered_at = $7,
    place = nextval('picture_order') where file_id = $1`

/**
 * The whole way again, for what a picture is named by is an identifier: it can link, and be on a list. By state as well: an answer
 * that nobody took on waits for the next look.
 */
const again = `
  with taken as (
    update picture_hash set taken_at = $1 where file_id in (
      select file_id from picture_hash where answered_at is not null and taken_at is null
      order by answered_at limit $2 for update skip locked
    ) returning report_id
  )
  insert into work (report_id, revision, stage)
  select r.report_id, r.revision, 'normalise' from report r where r.report_id in (select report_id from taken)
    and r.environment = 'live' and r.state = 'finished' order by r.report_id
  on conflict (report_id) do update set stage = 'normalise', state = 'ready'`

/** What was seen of other processes' work, and of one's own. */
type Seen = { index: PictureIndex; place: string }

export type PictureJob = {
  /** Computes what waits. Gives how many files were answered. */
  work(): Promise<number>
}

/** Computes picture hashes of files that wait for one, one at a time, apart from the way of a report. */
export const pictureJob = (
  services: Pick<Services, 'database' | 'vault' | 'now' | 'log' | 'wakePipeline'>,
  setting: Exclude<PictureSetting, 'off'>,
): PictureJob => {
  const seen: Seen = { index: makePictureIndex(), place: '0' }
  const next = (): Promise<boolean> =>
    services.database.transaction(keeper, async (tx) => {
      const [file] = await tx.prepared<Waiting>('pictures-claim', claim, [setting === 'all'])
      if (!file) return false
      // On record before the bytes are read, by itself: whatever becomes of the answer, that there was a look is known.
      await services.database.transaction(keeper, (alone) =>
        record(alone, services.now(), {
          action: 'file.picture-looked-at',
          object: { kind: 'report', id: file.report_id },
          details: { file: file.file_id },
        }),
      )
      const decoded = await look(services, file)
      await keep(tx, seen, file, decoded, services.now())
      return true
    })
  return {
    work: async () => {
      let done = 0
      while (done < doneMax && (await next())) done += 1
      await services.database.transaction(pipeline, (tx) =>
        tx.prepared('pictures-again', again, [services.now(), takenMax]),
      )
      services.wakePipeline()
      return done
    },
  }
}

const readWhole = async (vault: Services['vault'], object: ReadableRecord): Promise<Buffer> => {
  const pieces: Buffer[] = []
  for await (const piece of (await vault.open(object)).stream()) pieces.push(piece)
  return Buffer.concat(pieces)
}

const look = async (services: Pick<Services, 'vault' | 'log'>, file: Waiting): Promise<Decoded> => {
  if (file.wrapped_key === null) return { answer: 'not checked', caveat: 'The file’s key is gone.' }
  if (Number(file.size_bytes) > pictureBytesMax)
    return { answer: 'not checked', caveat: 'The file is larger than what is looked at as a picture.' }
  try {
    const bytes = await readWhole(services.vault, {
      objectId: file.file_id,
      sizeBytes: Number(file.size_bytes),
      sha256: file.sha256,
      wrappedKey: file.wrapped_key,
      keyId: file.key_id,
    })
    if (pictureKind(bytes.subarray(0, pictureKindBytes)) === undefined)
      return { answer: 'not checked', caveat: 'It is no picture of a kind that is read here.' }
    return await decodePicture(bytes)
  } catch (error) {
    services.log.error({ fileId: file.file_id }, 'a file could not be read from the vault', error)
    return { answer: 'failed', caveat: 'The file could not be read from the vault.' }
  }
}

const keep = async (
  tx: Transaction,
  seen: Seen,
  file: Waiting,
  decoded: Decoded,
  now: Date,
): Promise<void> => {
  // One at a time from here to the commit: of two pictures that are alike the later one has seen the earlier.
  await tx.prepared('pictures-lock', `select pg_advisory_xact_lock(hashtext('pictures'))`, [])
  await readOn(tx, seen)
  const isHit = decoded.answer === 'hit'
  const near = isHit && decoded.quality >= pdqQualityMin ? seen.index.near(decoded.hash, nearMax + 1) : []
  await tx.prepared('pictures-answered', answered, [
    file.file_id,
    decoded.answer,
    isHit ? decoded.hash : null,
    isHit ? decoded.quality : null,
    isHit ? null : decoded.caveat,
    near.filter((hex) => !isHit || hex !== decoded.hash).slice(0, nearMax),
    now,
  ])
  await record(tx, now, {
    action: 'file.picture-hashed',
    object: { kind: 'report', id: file.report_id },
    ...(decoded.answer === 'failed' ? { outcome: 'failed' as const } : {}),
    details: { file: file.file_id, answer: decoded.answer },
  })
}

/** Hashes that were stored since the last look, whichever process stored them. */
const readOn = async (tx: Transaction, seen: Seen): Promise<void> => {
  for (;;) {
    const rows = await tx.prepared<{ hash: string | null; quality: number | null; place: string }>(
      'pictures-since',
      'select hash, quality, place from picture_hash where place > $1 order by place limit $2',
      [seen.place, pageRows],
    )
    for (const { hash, quality, place } of rows) {
      if (hash !== null && (quality ?? 0) >= pdqQualityMin) seen.index.add(hash)
      seen.place = place
    }
    if (rows.length < pageRows) return
  }
}
