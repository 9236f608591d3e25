import type { IncidentView } from '@opentipline/contract'
import { VaultError } from '@opentipline/vault'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'

type Found = { kind: IncidentView['kind']; damage?: string | undefined }

/**
 * What an error of the vault says of the evidence. Undefined where it says nothing: the storage or the key store failed,
 * and "could not be checked" is another answer than "is not what was received".
 */
export const foundBy = (error: unknown): Found | undefined => {
  if (!(error instanceof VaultError)) return undefined
  switch (error.code) {
    case 'object-missing':
      return { kind: 'missing' }
    case 'object-damaged':
      return { kind: 'mismatch', damage: error.damage }
    case 'key-refused':
      return { kind: 'key refused' }
    default:
      return undefined
  }
}

/** Puts an incident on record, once while it is open, with its ledger entry. */
export const raiseIncident = async (
  tx: Transaction,
  file: { fileId: string; reportId: string },
  found: Found,
  by: 'reading' | 'scrub',
  now: Date,
): Promise<void> => {
  const made = await tx.rows(
    q
      .insertInto('incident')
      .values({
        kind: found.kind,
        file_id: file.fileId,
        report_id: file.reportId,
        damage: found.damage ?? null,
        found_by: by,
        found_at: now,
      })
      .onConflict((clash) => clash.column('file_id').where('resolved_at', 'is', null).doNothing())
      .returning('incident_id'),
  )
  const [incident] = made
  if (!incident) return
  await record(tx, now, {
    action: 'incident.found',
    object: { kind: 'file', id: file.fileId },
    details: { incident: incident.incident_id, kind: found.kind, by, report: file.reportId },
  })
}

/** Incidents listed at most, the newest: whoever has more has one cause to find, not a list to read. */
const listedMax = 500

/** Every incident that the actor may see, the open ones first. */
export const listIncidents = async (tx: Transaction): Promise<IncidentView[]> => {
  const rows = await tx.rows(
    q
      .selectFrom('incident as i')
      .leftJoin('person as p', 'p.person_id', 'i.resolved_by')
      .selectAll('i')
      .select('p.name as resolver')
      .orderBy('i.resolved_at', (order) => order.desc().nullsFirst())
      .orderBy('i.incident_id', 'desc')
      .limit(listedMax),
  )
  return rows.map((row) => ({
    incidentId: row.incident_id,
    kind: row.kind,
    fileId: row.file_id,
    reportId: row.report_id,
    ...(row.damage === null ? {} : { damage: row.damage }),
    foundBy: row.found_by,
    foundAt: row.found_at.toISOString(),
    resolved: row.resolved_at
      ? { at: row.resolved_at.toISOString(), by: row.resolver ?? '', says: row.resolution ?? '' }
      : null,
  }))
}

/** Closes an incident with what was done about it. @throws Problem not-found, conflict */
export const resolveIncident = async (
  tx: Transaction,
  session: Session,
  wish: { incidentId: string; says: string },
  now: Date,
): Promise<IncidentView> => {
  const find = async () => (await listIncidents(tx)).find((each) => each.incidentId === wish.incidentId)
  const incident = await find()
  if (!incident) throw new Problem('not-found', 'There is no such incident.')
  if (incident.resolved) throw new Problem('conflict', 'This incident is closed already.')
  await tx.rows(
    q
      .updateTable('incident')
      .set({ resolved_at: now, resolved_by: session.personId, resolution: wish.says })
      .where('incident_id', '=', wish.incidentId)
      .where('resolved_at', 'is', null),
  )
  await record(tx, now, {
    action: 'incident.resolved',
    object: { kind: 'file', id: incident.fileId },
    details: { incident: wish.incidentId },
  })
  const after = await find()
  if (!after) throw new Error('an incident that was just closed is not there')
  return after
}

/** How many incidents nobody has closed, for whoever keeps the machine. */
export const countOpenIncidents = async (tx: Transaction): Promise<number> => {
  const [row] = await tx.prepared<{ n: number }>(
    'open-incidents',
    'select count(*)::int as n from incident where resolved_at is null',
    [],
  )
  return row?.n ?? 0
}
