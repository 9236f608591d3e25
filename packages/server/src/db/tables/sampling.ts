/** Tables of re-reading. */
import type { SamplePool, SampleVerdict, SamplingRule } from '@opentipline/contract'
import type { Generated } from 'kysely'
import type { Json, Maybe, MaybeTime, Now } from './columns.ts'

export type SamplingTables = {
  sample_draw: {
    draw_id: Generated<string>
    agency_id: string
    drawn_by: string
    drawn_at: Now
    seed: string
    algorithm: string
    rule: Json<SamplingRule>
    declined_pool: string[]
    undecided_pool: string[]
    list_read_by: Generated<string[]>
  }
  sample_item: {
    item_id: Generated<string>
    draw_id: string
    agency_id: string
    tip_id: string
    pool: SamplePool
    decision_id: Maybe<string>
    revision: number
    band: string
    reader_id: Maybe<string>
    taken_at: MaybeTime
    seen_before: Maybe<boolean>
    verdict: Maybe<SampleVerdict>
    note: Generated<string>
    judged_at: MaybeTime
  }
}
