/** A long queue for tests and benches: copies of one real tip that differ in what a queue is narrowed by. */

type Runs = { query(text: string, values?: unknown[]): Promise<unknown> }

/** Report ids of the copies begin here, far from those that the server gives. */
const firstReportId = 700_000_000

/**
 * Copies the agency's first tip `tips` times. Bands, scores, providers, places, ages, clocks, labels and signals follow from
 * the number of the copy alone: the same call always makes the same queue.
 */
export const fillQueue = async (
  database: Runs,
  agencyId: string,
  tips: number,
  firstId = firstReportId,
): Promise<void> => {
  await database.query(
    `insert into report select (jsonb_populate_record(null::report, to_jsonb(r) || jsonb_build_object('report_id', $2::bigint + n))).*
     from (select report.* from report join tip using (report_id) where agency_id = $1 order by tip_id limit 1) r,
       generate_series(1, $3::int) n`,
    [agencyId, firstId, tips],
  )
  await database.query(
    `insert into tip (report_id, agency_id, via, route, available_at, state, held_until, revision, policy_id, policy_version,
       label, lane, band, band_rank, risk_low, risk_high, act_low, act_high, next_clock_at, next_clock_name, summary,
       signal_values, signal_key)
     select $2::bigint + n, t.agency_id, t.via, t.route, now() - make_interval(hours => n % 1500),
       case n % 13 when 0 then 'declined' when 1 then 'held' else 'open' end,
       case n % 13 when 1 then now() + interval '3 days' end,
       t.revision, t.policy_id, t.policy_version, case n % 5 when 0 then 'informational' else 'referral' end,
       (array['now','work','work','work','enrich','informational'])[1 + n % 6], 'band ' || n % 8, n % 8,
       (n * 37 % 900)::real, (n * 37 % 900 + n % 90)::real, (n * 11 % 100)::real, (n * 11 % 100)::real,
       case when n % 4 > 0 then date_trunc('second', now()) + make_interval(days => n % 120 - 5) end,
       case when n % 4 > 0 then 'provider hold ends' end,
       t.summary || jsonb_build_object('provider', 'Example Service ' || n % 17,
         'place', 'Sampletown ' || n % 50 || ', ' || (array['WI','MN','IL'])[1 + n % 3] || ', US',
         'incidentType', 'Synthetic incident ' || n),
       set_byte(t.signal_values, n % length(t.signal_values), 2), t.signal_key
     from (select * from tip where agency_id = $1 order by tip_id limit 1) t, generate_series(1, $3::int) n`,
    [agencyId, firstId, tips],
  )
  await database.query('analyze tip')
}
