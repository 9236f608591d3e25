import type { ReviewedLabel } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'

/** Reports whose labels are looked through, the newest: nobody reads further back, and the question stays a short one. */
const lookedThrough = 2_000
const shownMax = 50
/** Of what was said last: enough to see the day, and to take something back. */
const saidShownMax = 20

type Row = {
  report_id: string
  provider: string | null
  incident_type: string | null
  computed: ReviewedLabel['computed']
  computed_because: string
  said_at: Date | null
  label: ReviewedLabel['computed'] | null
  because: string | null
  by: string | null
}

/** One report with the assessment that was made for all, as `common_rank` takes it, and the last word of the clearinghouse. */
const labelled = `
  select r.report_id, p.name as provider, v.model->'incident'->>'type' as incident_type, a.body->>'label' as computed,
    a.body->>'labelBecause' as computed_because, (a.body->'risk'->>'high')::real as risk,
    said.at as said_at, said.label, said.because, who.name as by
  from picked join report r using (report_id) left join provider p on p.provider_id = r.provider_id
  join report_revision v on v.report_id = r.report_id and v.revision = r.revision
  cross join lateral (select body from assessment where report_id = r.report_id
    order by revision desc, (policy_id = 'icac-standards') desc, policy_version desc limit 1) a
  left join lateral (select at, label, because, person_id from report_label
    where report_id = r.report_id order by report_label_id desc limit 1) said on true
  left join person who on who.person_id = said.person_id`

const newestText = `
  with picked as (select report_id from report where state = 'finished' and environment = 'live' order by report_id desc limit $1)
  select * from (${labelled}) found where computed = 'informational' and said_at is null
  order by risk desc, report_id desc limit $2`

const saidText = `
  with picked as (select distinct on (report_id) report_id from (
    select report_id, report_label_id from report_label order by report_label_id desc limit $1) last)
  select * from (${labelled}) found order by said_at desc, report_id desc`

const oneText = `with picked as (select $1::bigint as report_id) ${labelled}`

const view = (row: Row): ReviewedLabel => ({
  reportId: row.report_id,
  provider: row.provider,
  incidentType: row.incident_type,
  computed: row.computed,
  computedBecause: row.computed_because,
  said: row.said_at
    ? { label: row.label, because: row.because ?? '', by: row.by ?? '', at: row.said_at.toISOString() }
    : null,
})

/** Labels that an analyst may look at: of one report, or what was found too thin, the riskiest first, before what was said last. */
export const readLabels = async (tx: Transaction, reportId?: string): Promise<ReviewedLabel[]> => {
  if (reportId !== undefined) return (await tx.prepared<Row>('review-label', oneText, [reportId])).map(view)
  const thin = await tx.prepared<Row>('review-labels', newestText, [lookedThrough, shownMax])
  const said = await tx.prepared<Row>('review-labels-said', saidText, [saidShownMax])
  return [...thin, ...said].map(view)
}
