import {
  type LawChanges,
  type PublicState,
  publicStates,
  type ViewState,
  viewStates,
} from '@opentipline/contract'
import type { GateDifference } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'

/** Tips whose files are looked at, at most: the agency's newest. It bounds what one question reads. */
const tipsMax = 5_000

type KindRow = { view_state: string | null; public: string | null; files: number }

const kindsSql = `
  with mine as (
    select report_id, revision from tip where agency_id = $1 and withdrawn_at is null order by tip_id desc limit $2
  ), said as (
    select jsonb_array_elements(v.model->'files') as file
      from mine join report_revision v on v.report_id = mine.report_id and v.revision = mine.revision
    union all
    select coalesce(d.model, '{}') from mine join file f on f.report_id = mine.report_id
      left join file_details d on d.file_id = f.file_id
  )
  select file->>'viewState' as view_state, file->>'publiclyAvailable' as public, count(*)::int as files
  from said group by 1, 2`

const publicOf = (stated: string | null): PublicState =>
  stated === null ? 'not stated' : stated === 'true' ? 'yes' : 'no'

const viewOf = (stated: string | null): ViewState =>
  viewStates.find((state) => state === stated) ?? 'not stated'

/** How many files of the agency's newest tips are of each kind a gate tells apart. Nothing of a file's bytes is read. */
const countKinds = async (tx: Transaction, agencyId: string) => {
  const rows = await tx.prepared<KindRow>('law-file-kinds', kindsSql, [agencyId, tipsMax])
  return viewStates.flatMap((viewState) =>
    publicStates.map((publiclyAvailable) => ({
      viewState,
      publiclyAvailable,
      files: rows
        .filter((row) => viewOf(row.view_state) === viewState && publicOf(row.public) === publiclyAvailable)
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
  return {
    changes: counted,
    files: counted.reduce((sum, { files }) => sum + files, 0),
    of: kinds.reduce((sum, { files }) => sum + files, 0),
  }
}
