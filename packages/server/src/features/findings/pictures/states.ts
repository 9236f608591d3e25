import { isViewed, pictureBar, type PictureSetting, type PictureState } from '@opentipline/domain'
import type { Transaction } from '../../../db/transaction.ts'
import type { AssembledReport } from '../../reports/index.ts'

type Row = {
  report_id: string
  file_id: string
  answer: PictureState['answer']
  hash: string | null
  quality: number | null
  caveat: string | null
  near: string[]
}

/** What is known of each report's files as pictures. */
export const readPictures = async (
  tx: Transaction,
  reportIds: readonly string[],
): Promise<Map<string, PictureState[]>> => {
  const rows = await tx.prepared<Row>(
    'pictures-read',
    'select report_id, file_id, answer, hash, quality, caveat, near from picture_hash where report_id = any($1::bigint[])',
    [reportIds],
  )
  const byReport = new Map<string, PictureState[]>()
  for (const { report_id, file_id, hash, quality, caveat, ...row } of rows) {
    const list = byReport.get(report_id) ?? []
    list.push({
      ...row,
      fileId: file_id,
      ...(hash === null ? {} : { hex: hash }),
      ...(quality === null ? {} : { quality }),
      ...(caveat === null ? {} : { caveat }),
    })
    byReport.set(report_id, list)
  }
  return byReport
}

/**
 * Asks for the picture hashes that the operator's setting allows. What the provider says of a file is known by now: a
 * report comes here only when it is finished. A file is asked for once.
 */
export const askForPictures = async (
  tx: Transaction,
  setting: PictureSetting,
  reports: readonly AssembledReport[],
): Promise<void> => {
  const asked = reports.flatMap(({ reportId, report }) =>
    report.files.flatMap((file) =>
      pictureBar(setting, file) === undefined
        ? [{ reportId, fileId: file.fileId, viewed: isViewed(file) }]
        : [],
    ),
  )
  if (asked.length === 0) return
  await tx.prepared(
    'pictures-ask',
    `insert into picture_hash (file_id, report_id, viewed) select f.file_id, given.report_id, given.viewed
     from unnest($1::text[], $2::bigint[], $3::boolean[]) as given (file_id, report_id, viewed) join file f on f.file_id = given.file_id
     on conflict (file_id) do update set viewed = excluded.viewed
       where picture_hash.answer = 'waiting' and picture_hash.viewed <> excluded.viewed`,
    [asked.map((each) => each.fileId), asked.map((each) => each.reportId), asked.map((each) => each.viewed)],
  )
}
