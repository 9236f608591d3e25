/** The tables of what hangs together and looks alike, as kysely sees them. */
import type { Generated } from 'kysely'

export type TogetherTables = {
  picture_hash: {
    file_id: string
    report_id: string
    viewed: boolean
    answer: Generated<'waiting' | 'hit' | 'not checked' | 'failed'>
    hash: string | null
    quality: number | null
    caveat: string | null
    near: Generated<string[]>
    place: string | null
    asked_at: Generated<Date>
    answered_at: Date | null
    taken_at: Date | null
  }
  report_label: {
    report_label_id: Generated<string>
    report_id: string
    agency_id: string
    person_id: string
    label: 'referral' | 'informational' | null
    because: string
    at: Generated<Date>
  }
  network: { network_id: Generated<string>; agency_id: string; reports: number }
  network_member: { agency_id: string; report_id: string; network_id: string }
}
