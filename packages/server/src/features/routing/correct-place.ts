import type { PlaceCorrectionRequest, PlaceCorrectionView, PlaceFact } from '@opentipline/contract'
import { usStates } from '@opentipline/domain'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { assembleReport } from '../reports/index.ts'
import { placeWords } from './corrections.ts'
import { refire } from './refire.ts'

/**
 * Keeps a person's word on where the subject or the child is, and sends the report through judgement and routing again.
 * The facts that were found stay and are shown; for judging and routing the correction counts instead. Who has the report
 * keeps it, and is told.
 * @throws Problem not-found, bad-request
 */
export const correctPlace = async (
  tx: Transaction,
  session: Session,
  reportId: string,
  wish: PlaceCorrectionRequest,
  now: Date,
): Promise<PlaceCorrectionView> => {
  const head = /^\d{1,18}$/.test(reportId) ? await assembleReport(tx, reportId) : undefined
  if (!head) throw new Problem('not-found', 'There is no such report that you may see.')
  checkPlace(wish)
  const place = placeOf(wish)
  const { correction_id } = await tx.one(
    q
      .insertInto('place_correction')
      .values({
        report_id: reportId,
        agency_id: session.actor.agencyId,
        person_id: session.personId,
        role: wish.role,
        place: JSON.stringify(place),
        because: wish.because,
        at: now,
      })
      .returning('correction_id'),
  )
  await refire(tx, reportId, 'assess')
  await record(tx, now, {
    action: 'report.place-corrected',
    object: { kind: 'report', id: reportId },
    details: { correction: correction_id, role: wish.role },
  })
  return {
    correctionId: correction_id,
    role: wish.role,
    place: placeWords(place),
    because: wish.because,
    by: session.membership.agency.name,
    at: now.toISOString(),
  }
}

const checkPlace = (wish: PlaceCorrectionRequest): void => {
  if (wish.country === 'US' && !usStates.some((state) => state.code === wish.region))
    throw new Problem('bad-request', 'Name the state or territory by its abbreviation.', [
      { path: '/body/region', message: 'is no state or territory' },
    ])
}

const placeOf = ({
  role,
  country,
  region,
  countyFips,
  city,
  postalCode,
}: PlaceCorrectionRequest): Omit<PlaceFact, 'evidence'> => ({
  role,
  kind: 'correction',
  basis: 'stated',
  specificity: specificityOf({ postalCode, city, countyFips, region }),
  confidence: 'high',
  country,
  ...(region === undefined ? {} : { region }),
  ...(countyFips === undefined ? {} : { countyFips }),
  ...(city === undefined ? {} : { city }),
  ...(postalCode === undefined ? {} : { postalCode }),
})

const specificityOf = (
  place: Pick<PlaceCorrectionRequest, 'postalCode' | 'city' | 'countyFips' | 'region'>,
): PlaceFact['specificity'] => {
  if (place.postalCode !== undefined) return 'postal code'
  if (place.city !== undefined) return 'city'
  if (place.countyFips !== undefined) return 'county'
  return place.region === undefined ? 'country' : 'region'
}
