import type { ReviewedLink } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'

const shownMax = 50
const saidShownMax = 20
/** Links of one report shown at most: a viral item has thousands. */
const ofOneMax = 200

type Row = {
  report_low: string
  report_high: string
  identifier_id: string
  strength: ReviewedLink['strength']
  because: string
  verdict: NonNullable<ReviewedLink['said']>['verdict'] | null
  said_because: string | null
  by: string | null
  at: Date | null
}

const columns = `l.report_low, l.report_high, l.identifier_id, l.strength, l.because, c.verdict, c.because as said_because,
  p.name as by, c.at`
const said = `link_verdict c on c.report_low = l.report_low and c.report_high = l.report_high and c.identifier_id = l.identifier_id
  and c.undone_at is null and c.agency_id = $1`
const who = 'left join person p on p.person_id = c.person_id'

const weakText = `
  select ${columns} from link l left join ${said} ${who}
  where l.strength = 'weak' and c.verdict_id is null order by l.made_at desc, l.report_high desc, l.report_low, l.identifier_id limit $2`
const saidText = `select ${columns} from link l join ${said} ${who} order by c.verdict_id desc limit $2`
const oneText = `
  select ${columns} from link l left join ${said} ${who}
  where l.report_low = $2::bigint or l.report_high = $2::bigint
  order by l.strength, l.made_at desc, l.report_high desc, l.report_low, l.identifier_id limit ${ofOneMax}`

const view = (row: Row): ReviewedLink => ({
  between: [row.report_low, row.report_high],
  linkId: row.identifier_id,
  strength: row.strength,
  because: row.because,
  said:
    row.verdict && row.at
      ? {
          verdict: row.verdict,
          because: row.said_because ?? '',
          by: row.by ?? '',
          at: row.at.toISOString(),
        }
      : null,
})

/**
 * Links that an analyst may look at: all of one report, or the weak ones that the clearinghouse said nothing of, the newest first,
 * before what was said last.
 */
export const readReviewLinks = async (
  tx: Transaction,
  agencyId: string,
  reportId?: string,
): Promise<ReviewedLink[]> => {
  if (reportId !== undefined)
    return (await tx.prepared<Row>('review-links-one', oneText, [agencyId, reportId])).map(view)
  const weak = await tx.prepared<Row>('review-links', weakText, [agencyId, shownMax])
  const spoken = await tx.prepared<Row>('review-links-said', saidText, [agencyId, saidShownMax])
  return [...weak, ...spoken].map(view)
}
