import type { FileOpening, OpeningRequest } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { utcMinute } from '../../http/utc-minute.ts'
import type { Services } from '../../platform/services.ts'
import { record } from '../ledger/index.ts'
import { readAuthorities, standing } from './authorities-of.ts'
import { readGate } from './gate.ts'
import { spendOpening } from './openings-limit.ts'
import { loadTipFile, type TipFile } from './tip-file.ts'

/** The bytes of an opening may be read this long: enough to fetch a large file, too short to come back tomorrow. */
export const openingMinutes = 15

type Place = { tipId: string; fileId: string }

/**
 * Opens a file: it is this agency's, the person has just proven who they are, the gate or an authority lets them, and
 * the opening is on record before a byte can be asked for. A refused attempt is on record too.
 * @throws Problem not-found, step-up-needed, gate-closed, openings-spent, file-destroyed, conflict
 */
export const openFile = async (
  services: Pick<Services, 'database' | 'now' | 'law'>,
  session: Session,
  place: Place,
  wish: OpeningRequest,
  proven: () => void,
): Promise<FileOpening> => {
  const now = services.now()
  try {
    return await services.database.transaction(session.actor, async (tx) => {
      const found = await loadTipFile(tx, session, place)
      proven()
      const gate = (await readGate(tx, services.law, session.actor.agencyId, now))(found.file)
      const authority = standing(await readAuthorities(tx, found.tipId), found.file.fileId)
      if (gate.answer !== 'no warrant needed' && !authority)
        throw new Problem('gate-closed', `${gate.answer}: ${gate.sentences.join(' ')}`)
      await spendOpening(tx, session, now)
      return keepOpening(tx, session, found, wish, now, {
        gate: gate.answer,
        authority: authority?.authorityId,
      })
    })
  } catch (error) {
    if (error instanceof Problem) await recordRefusal(services, session, place, error)
    throw error
  }
}

const keepOpening = async (
  tx: Transaction,
  session: Session,
  { tipId, reportId, file, kept }: TipFile,
  wish: OpeningRequest,
  now: Date,
  ground: { gate: 'no warrant needed' | 'warrant needed' | 'unsettled'; authority: string | undefined },
): Promise<FileOpening> => {
  if (!kept) throw new Problem('conflict', 'No bytes of this file are here: there is nothing to open.')
  if (kept.destroyedAt)
    throw new Problem('file-destroyed', `It was destroyed at ${utcMinute(kept.destroyedAt)}.`)
  // Where the gate is open by itself, an authority that happens to be there is not what it was opened under.
  const authorityId = ground.gate === 'no warrant needed' ? null : (ground.authority ?? null)
  const { opening_id } = await tx.one(
    q
      .insertInto('file_opening')
      .values({
        file_id: file.fileId,
        report_id: reportId,
        tip_id: tipId,
        agency_id: session.actor.agencyId,
        person_id: session.personId,
        purpose: wish.purpose,
        reason: wish.reason,
        gate: ground.gate,
        authority_id: authorityId,
        opened_at: now,
      })
      .returning('opening_id'),
  )
  await record(tx, now, {
    action: 'file.opened',
    object: { kind: 'tip', id: tipId },
    reason: wish.purpose,
    details: {
      file: file.fileId,
      sha256: kept.sha256,
      opening: opening_id,
      gate: ground.gate,
      ...(authorityId === null ? {} : { authority: authorityId }),
    },
  })
  return {
    openingId: opening_id,
    fileId: file.fileId,
    sizeBytes: kept.sizeBytes,
    sha256: kept.sha256,
    until: new Date(now.getTime() + openingMinutes * 60_000).toISOString(),
  }
}

/** In a transaction of its own, since that of the attempt is gone. */
const recordRefusal = (
  { database, now }: Pick<Services, 'database' | 'now'>,
  session: Session,
  { tipId, fileId }: Place,
  problem: Problem,
): Promise<void> =>
  database.transaction(session.actor, (tx) =>
    record(tx, now(), {
      action: 'file.open-refused',
      object: { kind: 'tip', id: tipId },
      outcome: 'denied',
      reason: problem.code,
      details: { file: fileId.slice(0, 64) },
    }),
  )
