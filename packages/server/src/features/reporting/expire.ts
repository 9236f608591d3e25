import type { Services } from '../../platform/services.ts'
import { recordAll } from '../ledger/index.ts'
import { lapseAfterOpenedHours } from './choices.ts'
import { lapsedSql } from './load-report.ts'

/** Reports closed in one sweep; the next sweep takes the rest. */
const sweptMax = 500

/** Nothing lapses earlier: by this the index finds the few that may have. */
const mayHaveLapsedSql = `opened_at < now() - interval '${lapseAfterOpenedHours} hours'`

/** Marks open reports whose time is over as expired. They were refused from that moment on; this keeps the record. */
export const expireReports = (services: Pick<Services, 'database' | 'now'>): Promise<number> =>
  services.database.transaction(
    { role: 'tipline_pipeline', kind: 'pipeline', stage: 'expiry' },
    async (tx) => {
      const rows = await tx.prepared<{ report_id: string }>(
        'reporting-expire',
        `update report set state = 'expired', closed_at = now() where report_id in (
           select report_id from report where state = 'open' and ${mayHaveLapsedSql} and ${lapsedSql} limit $1 for update skip locked)
         returning report_id`,
        [sweptMax],
      )
      await recordAll(
        tx,
        services.now(),
        rows.map((row) => ({ action: 'report.expired', object: { kind: 'report', id: row.report_id } })),
      )
      return rows.length
    },
  )
