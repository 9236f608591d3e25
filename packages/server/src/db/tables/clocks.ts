/** The tables of clocks as kysely sees them. */
import type { ClockView } from '@opentipline/contract'
import type { ColumnType, Generated } from 'kysely'
import type { Maybe, MaybeTime, Now, Time } from './columns.ts'

export type ClockTables = {
  clock_entry: {
    entry_id: Generated<string>
    tip_id: string
    agency_id: string
    person_id: string
    kind: 'preservation letter' | 'warrant return'
    party: string
    reference: Maybe<string>
    method: Maybe<string>
    at: Time
    renews: Maybe<string>
    recorded_at: Now
    ended_as: Maybe<'returned' | 'withdrawn'>
    ended_because: Maybe<string>
    ended_by: Maybe<string>
    ended_at: MaybeTime
  }
  log_window: {
    window_id: Generated<string>
    agency_id: string
    person_id: string
    network: string
    days: number
    source: string
    as_of: string
    from_day: string
    to_day: Maybe<string>
    at: Now
    ended_by: Maybe<string>
    ended_because: Maybe<string>
  }
  agency_time: {
    time_id: Generated<string>
    agency_id: string
    person_id: string
    name: string
    hours: number
    band: Maybe<string>
    authority: string
    from_day: string
    to_day: Maybe<string>
    at: Now
    ended_by: Maybe<string>
    ended_because: Maybe<string>
  }
  tip_clock: {
    tip_id: string
    agency_id: string
    key: string
    kind: string
    ends_at: Time
    body: ColumnType<ClockView, string, string>
  }
  clock_work: { tip_id: string; agency_id: string; since: Now }
  calendar_feed: {
    feed_id: Generated<string>
    person_id: string
    agency_id: string
    token_sha256: Buffer
    made_at: Now
    last_read_at: MaybeTime
    revoked_at: MaybeTime
  }
}
