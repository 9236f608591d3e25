import {
  type LawChanges,
  lawTipsShownMax,
  type PublicState,
  publicStates,
  viewStates,
} from '@opentipline/contract'
import type { GateDifference } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'

/** Tips whose files are looked at, at most: the agency's newest. It bounds what one question reads. */
const tipsMax = 5_000

type KindRow = { view_state: string; public: PublicState; files: number }
type TipRow = { tip_id: string; report_id: string; files: number; of_tips: number }

/** What is stated of each file of the newest tips, those of an import and those that were uploaded. */
const saidSql = `
  with mine as (
    select tip_id, report_id, revision from tip where agency_id = $1 and withdrawn_at is null order by tip_id desc limit $2
  ), files as (
    select mine.tip_id, mine.report_id, jsonb_array_elements(v.model->'files') as file
      from mine join report_revision v on v.report_id = mine.report_id and v.revision = mine.revision
    union all
    select mine.tip_id, mine.report_id, coalesce(d.model, '{}') from mine join file f on f.report_id = mine.report_id
      left join file_details d on d.file_id = f.file_id
  ), said as (
    select tip_id, report_id, coalesce(file->>'viewState', 'not stated') as view_state,
      case file->>'publiclyAvailable' when 'true' then 'yes' when 'false' then 'no' else 'not stated' end as public
    from files
  )`

const kindsSql = `${saidSql}
  select view_state, public, count(*)::int as files from said group by 1, 2`

const tipsSql = `${saidSql}
  select tip_id, report_id, count(*)::int as files, count(*) over ()::int as of_tips
  from said join unnest($3::text[], $4::text[]) as touched (view_state, public) using (view_state, public)
  group by tip_id, report_id order by tip_id desc limit $5`

/** How many files of the agency's newest tips are of each kind a gate tells apart. Nothing of a file's bytes is read. */
const countKinds = async (tx: Transaction, agencyId: string) => {
  const rows = await tx.prepared<KindRow>('law-file-kinds', kindsSql, [agencyId, tipsMax])
  return viewStates.flatMap((viewState) =>
    publicStates.map((publiclyAvailable) => ({
      viewState,
      publiclyAvailable,
      files: rows
        .filter((row) => row.view_state === viewState && row.public === publiclyAvailable)
        .reduce((sum, row) => sum + row.files, 0),
    })),
  )
}

/** What a difference between two packs means for the files that the agency has. */
export const effectOn = async (
  tx: Transaction,
  agencyId: string,
  changes: readonly GateDifference[],
): Promise<LawChanges> => {
  const kinds = await countKinds(tx, agencyId)
  const counted = changes.map((change) => ({
    ...change,
    files:
      kinds.find(
        (kind) => kind.viewState === change.viewState && kind.publiclyAvailable === change.publiclyAvailable,
      )?.files ?? 0,
  }))
  const rows = await tx.prepared<TipRow>('law-tips', tipsSql, [
    agencyId,
    tipsMax,
    changes.map(({ viewState }) => viewState),
    changes.map(({ publiclyAvailable }) => publiclyAvailable),
    lawTipsShownMax,
  ])
  return {
    changes: counted,
    tips: rows.map((row) => ({ tipId: row.tip_id, reportId: row.report_id, files: row.files })),
    ofTips: rows[0]?.of_tips ?? 0,
    files: counted.reduce((sum, { files }) => sum + files, 0),
    of: kinds.reduce((sum, { files }) => sum + files, 0),
  }
}
