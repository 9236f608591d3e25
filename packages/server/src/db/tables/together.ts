/** The tables of what hangs together and looks alike, as kysely sees them. */
import type { Generated } from 'kysely'

export type TogetherTables = {
  network: { network_id: Generated<string>; agency_id: string; reports: number }
  network_member: { agency_id: string; report_id: string; network_id: string }
}
