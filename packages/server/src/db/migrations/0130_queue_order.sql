-- A policy says which end of the risk interval orders its queue. The end stands beside each tip, and the two columns that
-- follow from it are what the queue is ordered by: one index serves either order, and what sets a rank sets both at once.
alter table tip
  add column order_end text not null default 'low' check (order_end in ('low', 'high')),
  add column order_first real not null generated always as (case order_end when 'high' then risk_high else risk_low end) stored,
  add column order_second real not null generated always as (case order_end when 'high' then risk_low else risk_high end) stored;
drop index tip_rank;
create index tip_rank on tip
  (agency_id, lane, band_rank, (-order_first), (-order_second), coalesce(next_clock_at, 'infinity'::timestamptz), tip_id)
  where withdrawn_at is null;
grant insert (order_end), update (order_end) on tip to tipline_pipeline;
grant update (order_end) on tip to tipline_desk;
-- Tips of agencies whose policy goes by the high end already.
update tip set order_end = 'high' from agency_policy p
  where p.agency_id = tip.agency_id and p.state = 'active' and p.body->'order'->>'end' = 'high'
    and tip.policy_id = p.policy_id and tip.policy_version = p.version;
