import type { WrappedKey } from '@opentipline/vault'
import type { Actor } from '../../db/actor.ts'
import { q } from '../../db/query.ts'
import type { Services } from '../../platform/services.ts'
import { record } from '../ledger/index.ts'
import { foundBy, raiseIncident } from './incidents.ts'

/** Files whose key is moved in one transaction: small, so that uploads never wait long for a row. */
const rowsAtOnce = 100

export type Rotated = {
  keyId: string
  moved: number
  /** Files whose key does not open: an incident each. They stay as they are. */
  refused: number
}

type Row = { file_id: string; report_id: string; wrapped_key: Buffer; key_id: string }

const nextSql = `select file_id, report_id, wrapped_key, key_id from file where wrapped_key is not null and key_id <> $1 and file_id <> all($2)
  limit ${rowsAtOnce} for no key update skip locked`

/**
 * Adds a wrapping key where `add`, and seals every file's data key under the newest. No object is rewritten, and the old
 * keys stay, since back-ups need them. Stopped at any moment, it goes on when it is called again without `add`.
 */
export const rotateKeys = async (
  services: Pick<Services, 'database' | 'vault' | 'now'>,
  actor: Extract<Actor, { kind: 'keeper' }>,
  wish: { add: boolean; onProgress?: (moved: number) => void },
): Promise<Rotated> => {
  const keyId = wish.add ? await services.vault.addKey() : services.vault.currentKeyId()
  let moved = 0
  const refused: string[] = []
  for (;;) {
    const count = await services.database.transaction(actor, async (tx) => {
      const rows = await tx.prepared<Row>('rotate-next', nextSql, [keyId, refused])
      for (const row of rows) {
        const objectId = row.file_id
        const wrapped = { objectId, wrappedKey: row.wrapped_key, keyId: row.key_id }
        const sealed = await services.vault.rewrap(wrapped).catch((error: unknown) => error)
        if (!isSealed(sealed)) {
          const found = foundBy(sealed)
          if (!found) throw sealed
          await raiseIncident(
            tx,
            { fileId: objectId, reportId: row.report_id },
            found,
            'scrub',
            services.now(),
          )
          refused.push(objectId)
          continue
        }
        await tx.rows(
          q
            .updateTable('file')
            .set({ wrapped_key: Buffer.from(sealed.wrappedKey), key_id: sealed.keyId })
            .where('file_id', '=', objectId),
        )
      }
      return rows.length
    })
    if (count === 0) break
    moved += count
    wish.onProgress?.(moved)
  }
  await services.database.transaction(actor, (tx) =>
    record(tx, services.now(), {
      action: 'vault.keys-rotated',
      object: { kind: 'vault', id: 'vault' },
      details: { key: keyId, added: wish.add, moved: moved - refused.length, refused: refused.length },
    }),
  )
  return { keyId, moved: moved - refused.length, refused: refused.length }
}

const isSealed = (value: unknown): value is WrappedKey =>
  typeof value === 'object' && value !== null && 'wrappedKey' in value
