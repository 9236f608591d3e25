import type { CorrectedPlace, DoubtfulRoute, PlaceFact, ReviewView } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'
import { placeWords } from './corrections.ts'
import { readLabels } from './review-labels.ts'
import { readReviewLinks } from './review-links.ts'

/** Shown of each list; the oldest doubtful ones first, so that none is passed over for ever. */
const shownMax = 100

type Doubtful = {
  report_id: string
  provider: string | null
  agency: string
  because: string
  specificity: PlaceFact['specificity']
  available_at: Date
}
type Corrected = Omit<CorrectedPlace, 'reportId' | 'place' | 'at'> & {
  report_id: string
  place: Omit<PlaceFact, 'evidence'>
  at: Date
}

/** Of a tip only where it went and by what place: what the agency made of it is not the clearinghouse's to read. */
const doubtfulText = `
  select t.report_id, p.name as provider, a.name as agency, t.route->>'because' as because,
    t.route->'place'->>'specificity' as specificity, t.available_at
  from tip t join agency a using (agency_id) join report r using (report_id) left join provider p on p.provider_id = r.provider_id
  where t.via = 'routing' and t.withdrawn_at is null and t.route->>'confidence' = 'low' and t.route->'place' is not null
    and not exists (select 1 from place_correction c where c.report_id = t.report_id)
  order by t.available_at, t.tip_id limit ${shownMax + 1}`

const correctedText = `
  select c.report_id, c.role, c.place, c.because, a.name as by, c.at,
    coalesce((select array_agg(ta.name order by ta.name) from tip t join agency ta on ta.agency_id = t.agency_id
      where t.report_id = c.report_id and t.withdrawn_at is null), '{}') as agencies
  from place_correction c join agency a using (agency_id) order by c.correction_id desc limit ${shownMax}`

const doubtfulView = (row: Doubtful): DoubtfulRoute => ({
  reportId: row.report_id,
  provider: row.provider,
  agency: row.agency,
  because: row.because,
  specificity: row.specificity,
  availableAt: row.available_at.toISOString(),
})

/**
 * For an analyst: reports that went by a doubtful place and that nobody placed since, what people corrected, and labels and links to
 * look at. With a report, what there is of it alone.
 */
export const readReview = async (
  tx: Transaction,
  session: Session,
  report: string | undefined,
): Promise<ReviewView> => {
  const ofOne = <Row extends { report_id: string }>(rows: Row[]): Row[] =>
    report === undefined ? rows : rows.filter((row) => row.report_id === report)
  const doubtful = ofOne(await tx.prepared<Doubtful>('review-doubtful', doubtfulText, []))
  const corrected = ofOne(await tx.prepared<Corrected>('review-corrected', correctedText, []))
  return {
    doubtful: doubtful.slice(0, shownMax).map(doubtfulView),
    moreDoubtful: doubtful.length > shownMax,
    corrected: corrected.map(({ report_id, place, at, ...row }) => ({
      ...row,
      reportId: report_id,
      place: placeWords(place),
      at: at.toISOString(),
    })),
    labels: await readLabels(tx, report),
    links: await readReviewLinks(tx, session.actor.agencyId, report),
  }
}
