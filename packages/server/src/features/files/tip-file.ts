import type { ReportFile } from '@opentipline/contract'
import { sql } from 'kysely'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { assembleReport } from '../reports/index.ts'

export type OwnTip = { tipId: string; reportId: string }
/** What is kept of a file's bytes. Absent where none were sent. */
type Kept = { sizeBytes: number; sha256: string; destroyedAt: Date | null }
export type TipFile = OwnTip & { file: ReportFile; kept: Kept | undefined }

/** One of the acting agency's tips that shows. @throws Problem not-found */
export const loadTip = async (tx: Transaction, session: Session, tipId: string): Promise<OwnTip> => {
  const tip = /^\d{1,18}$/.test(tipId)
    ? await tx.maybe(
        q
          .selectFrom('tip')
          .where('tip_id', '=', tipId)
          .where('agency_id', '=', session.actor.agencyId)
          .where('withdrawn_at', 'is', null)
          .where(sql<boolean>`available_at <= now()`)
          .select(['tip_id', 'report_id']),
      )
    : undefined
  if (!tip) throw new Problem('not-found', 'There is no such tip in your queue.')
  return { tipId: tip.tip_id, reportId: tip.report_id }
}

/** The files of a tip's report as stated, each with what is kept of it. */
export const loadFiles = async (tx: Transaction, tip: OwnTip): Promise<TipFile[]> => {
  const received = await assembleReport(tx, tip.reportId)
  if (!received) throw new Error(`tip ${tip.tipId} has no report ${tip.reportId}`)
  const rows = await tx.rows(
    q
      .selectFrom('file')
      .where('report_id', '=', tip.reportId)
      .select(['file_id', 'size_bytes', 'sha256', 'destroyed_at']),
  )
  const kept = new Map(
    rows.map((row): [string, Kept] => [
      row.file_id,
      { sizeBytes: Number(row.size_bytes), sha256: row.sha256, destroyedAt: row.destroyed_at },
    ]),
  )
  return received.report.files.map((file) => ({ ...tip, file, kept: kept.get(file.fileId) }))
}

/** One file of one of the acting agency's tips. @throws Problem not-found */
export const loadTipFile = async (
  tx: Transaction,
  session: Session,
  wish: { tipId: string; fileId: string },
): Promise<TipFile> => {
  const files = await loadFiles(tx, await loadTip(tx, session, wish.tipId))
  const found = files.find(({ file }) => file.fileId === wish.fileId)
  if (!found) throw new Problem('not-found', 'This tip has no such file.')
  return found
}
