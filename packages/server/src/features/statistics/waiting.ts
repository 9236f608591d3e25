import {
  type WaitingFor,
  waitingFor,
  type WaitingRow,
  waitingRowsMax,
  type WaitingView,
} from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'

/**
 * What each tip of the agency waits for, and the recorded moment from which that is counted. First looks are the first
 * `tip.read` of anybody of the agency in the ledger. `$1` agency, `$2` now, `$3` what is asked for, or null.
 */
const waits = `with mine as (
    select t.tip_id, t.state, t.available_at, t.held_until, t.band, t.chain_id, t.summary->>'incidentType' as incident
    from tip t where t.agency_id = $1 and t.withdrawn_at is null and t.available_at <= $2
      and t.state in ('open', 'held', 'waiting', 'offered', 'requested', 'referred')),
  latest as (
    select distinct on (d.tip_id) d.tip_id, d.decided_at, d.kind, d.reasons, p.name as by
    from mine join decision d using (tip_id) join person p using (person_id)
    where d.undone_at is null order by d.tip_id, d.decision_id desc),
  looked as (
    select mine.tip_id, min(e.at) as at from mine join ledger_entry e
      on e.object_kind = 'tip' and e.object_id = mine.tip_id::text and e.action = 'tip.read' and e.acting_for = $1
    where mine.state = 'open' group by 1),
  reopened as (select tip_id, max(r.at) as at from mine join reopening r using (tip_id) group by 1),
  offer as (
    select m.tip_id, r.to_tip = m.tip_id as incoming, r.state, r.offered_at, r.accepted_at, r.to_agency, f.name as from_name,
      t.name as to_name, c.owner_tip = r.to_tip as theirs
    from mine m join referral r on r.from_tip = m.tip_id or r.to_tip = m.tip_id
      join referral_chain c on c.chain_id = r.chain_id
      join agency f on f.agency_id = r.from_agency join agency t on t.agency_id = r.to_agency),
  waiting as (
    select m.tip_id, m.band, m.incident, w.* from mine m
      left join latest l using (tip_id) left join looked k using (tip_id) left join reopened o using (tip_id)
      left join lateral (select * from offer i where i.tip_id = m.tip_id and i.incoming and i.state = 'offered' limit 1) i on true
      left join lateral (select * from offer i where i.tip_id = m.tip_id and not i.incoming and i.state = 'offered' limit 1) g on true
      left join lateral (select * from offer i where i.tip_id = m.tip_id and not i.incoming and i.state = 'accepted' and i.theirs
        and exists (select from affiliate_entry a where a.lead_agency = $1 and a.agency_id = i.to_agency) limit 1) x on true
      cross join lateral (values (
        case
          when i.tip_id is not null then 'answer to us'
          when m.state = 'open' and k.at is null then 'first look'
          when m.state = 'open' then 'decision'
          when m.state = 'held' and m.held_until <= $2 then 'hold ended'
          when m.state = 'held' then 'held'
          when m.state = 'waiting' then 'second person'
          when m.state = 'requested' then 'request'
          when m.state = 'offered' then 'other agency'
          when x.tip_id is not null then 'affiliate' end,
        case
          when i.tip_id is not null then i.offered_at
          when m.state = 'open' and k.at is null then m.available_at
          when m.state = 'open' then greatest(k.at, o.at)
          when m.state = 'held' and m.held_until <= $2 then m.held_until
          when m.state = 'offered' then coalesce(g.offered_at, l.decided_at)
          when m.state = 'referred' then x.accepted_at
          else l.decided_at end,
        coalesce(case when i.tip_id is not null then i.from_name end, g.to_name, x.to_name),
        case when m.state = 'open' then null else l.by end,
        case when m.state = 'open' then null else l.kind end,
        case when m.state = 'open' then '{}'::text[] else coalesce(l.reasons, '{}') end,
        case when m.state = 'held' and m.held_until > $2 then m.held_until end
      )) as w (waits, since, agency, by, kind, reasons, until)
    where w.waits is not null and ($3::text is null or w.waits = $3))`

const rowsSql = `${waits} select *, extract(epoch from $2::timestamptz - since)::float8 / 3600 as hours
  from waiting order by since, tip_id limit $4`
const sumsSql = `${waits} select waits, count(*)::int as tips,
    percentile_cont(0.5) within group (order by extract(epoch from $2::timestamptz - since)) / 3600 as median,
    max(extract(epoch from $2::timestamptz - since))::float8 / 3600 as longest
  from waiting group by waits`

type Row = {
  tip_id: string
  waits: WaitingFor
  since: Date
  hours: number
  by: string | null
  agency: string | null
  until: Date | null
  reasons: string[]
  kind: WaitingRow['kind']
  band: string
  incident: string | null
}
type Sum = { waits: WaitingFor; tips: number; median: number; longest: number }

/** Rows of what waits, the longest first. */
export const waitingRows = async (
  tx: Transaction,
  session: Session,
  asked: WaitingFor | undefined,
  now: Date,
  limit: number,
): Promise<WaitingRow[]> => {
  const rows = await tx.prepared<Row>('waiting-rows', rowsSql, [
    session.actor.agencyId,
    now,
    asked ?? null,
    limit,
  ])
  return rows.map((row) => ({
    tipId: row.tip_id,
    waits: row.waits,
    since: row.since.toISOString(),
    hours: Math.max(0, row.hours),
    by: row.by,
    agency: row.agency,
    until: row.until?.toISOString() ?? null,
    reasons: row.reasons,
    kind: row.kind,
    band: row.band,
    incidentType: row.incident,
  }))
}

/** What the agency's tips wait for, how many, how long; the sums are always of all of them. */
export const readWaiting = async (
  tx: Transaction,
  session: Session,
  asked: WaitingFor | undefined,
  now: Date,
): Promise<WaitingView> => {
  const sums = await tx.prepared<Sum>('waiting-sums', sumsSql, [session.actor.agencyId, now, null])
  return {
    asOf: now.toISOString(),
    sums: waitingFor.map((each) => {
      const found = sums.find((sum) => sum.waits === each)
      return {
        waits: each,
        tips: found?.tips ?? 0,
        medianHours: found ? Math.max(0, found.median) : null,
        longestHours: found ? Math.max(0, found.longest) : null,
      }
    }),
    rows: await waitingRows(tx, session, asked, now, waitingRowsMax),
  }
}
