/** Which agency leads which. Read and written as SQL text: its days are read as text. */
import type { AffiliateArea } from '@opentipline/contract'
import type { Generated } from 'kysely'
import type { Json, Maybe, MaybeTime, Now } from './columns.ts'

export type AffiliateTables = {
  affiliate_entry: {
    entry_id: Generated<string>
    lead_agency: string
    agency_id: string
    areas: Json<AffiliateArea[]>
    straight: string[]
    from_day: string
    to_day: Maybe<string>
    because: string
    entered_by: string
    entered_at: Now
    ended_by: Maybe<string>
    ended_at: MaybeTime
    ended_because: Maybe<string>
  }
}
