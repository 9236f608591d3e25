import type { PlaceCorrectionView, PlaceFact } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'

type Row = {
  correction_id: string
  role: PlaceCorrectionView['role']
  place: Omit<PlaceFact, 'evidence'>
  because: string
  by: string
  at: Date
}

/** A place in words, the nearest first. */
export const placeWords = (place: Omit<PlaceFact, 'evidence'>): string =>
  [
    place.postalCode,
    place.city,
    place.countyFips && `county ${place.countyFips}`,
    place.region,
    place.country,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(', ')

/** What people said of a report's places, oldest first. */
export const readPlaceCorrections = async (
  tx: Transaction,
  reportId: string,
): Promise<PlaceCorrectionView[]> => {
  const rows = await tx.prepared<Row>(
    'corrections-read',
    `select c.correction_id, c.role, c.place, c.because, a.name as by, c.at
     from place_correction c join agency a using (agency_id) where c.report_id = $1 order by c.correction_id`,
    [reportId],
  )
  return rows.map((row) => ({
    correctionId: row.correction_id,
    role: row.role,
    place: placeWords(row.place),
    because: row.because,
    by: row.by,
    at: row.at.toISOString(),
  }))
}
