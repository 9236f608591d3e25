import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type AgencyEntry, parseRegistry, type Registry } from '@opentipline/domain'
import { parse } from 'yaml'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Services } from '../../platform/services.ts'

/** Who can receive reports, and where they work. */
export type Directory = { registry: Registry }

/** The clearinghouse itself: the agency whose people see the unrouted queue. */
const clearinghouseId = 'clearinghouse'

const agenciesDir = join(import.meta.dirname, '../../../../../data/agencies')

/** Reads `data/agencies`. @throws Error naming the first thing wrong in it */
export const readRegistry = async (): Promise<Registry> => {
  const names = (await readdir(agenciesDir)).filter((name) => name.endsWith('.yaml')).toSorted()
  const values = await Promise.all(
    names.map(async (name): Promise<unknown> => parse(await readFile(join(agenciesDir, name), 'utf8'))),
  )
  const parsed = parseRegistry(values)
  if (parsed.ok) return parsed.registry
  const [first] = parsed.problems
  throw new Error(`data/agencies cannot be used: ${first?.path} ${first?.message}`)
}

/** Reads the agencies and brings their names into the database; an agency that is no longer listed stays, with its tips. */
export const openDirectory = async (services: Pick<Services, 'database' | 'now'>): Promise<Directory> => {
  const registry = await readRegistry()
  await services.database.transaction({ role: 'tipline_admin', kind: 'operator', name: 'start' }, (tx) =>
    keepAgencies(tx, registry.agencies, services.now()),
  )
  return { registry }
}

const keepAgencies = async (tx: Transaction, agencies: readonly AgencyEntry[], now: Date): Promise<void> => {
  const clearinghouse = {
    agency_id: clearinghouseId,
    name: 'Clearinghouse',
    kind: 'clearinghouse',
    area: null,
    created_at: now,
  }
  const rows = [
    clearinghouse,
    ...agencies.map((agency) => ({
      agency_id: agency.id,
      name: agency.name,
      kind: agency.kind,
      area: areaOf(agency),
      created_at: now,
    })),
  ]
  await tx.rows(
    q
      .insertInto('agency')
      .values(rows)
      .onConflict((clash) =>
        clash.column('agency_id').doUpdateSet((eb) => ({
          name: eb.ref('excluded.name'),
          kind: eb.ref('excluded.kind'),
          area: eb.ref('excluded.area'),
        })),
      ),
  )
}

/** The one state or country it works in, where it is one. */
const areaOf = (agency: AgencyEntry): string | null => {
  const areas = new Set(agency.areas.map((area) => area.state ?? area.country ?? ''))
  return areas.size === 1 ? ([...areas][0] ?? null) : null
}
