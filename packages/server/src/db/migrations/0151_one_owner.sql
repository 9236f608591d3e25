-- Referral between agencies. A chain begins when a tip is first offered; whose it is stands in one column that cannot be
-- empty, so that a tip has one owner at every moment: never none, never two. Until an offer is accepted the agency that
-- offers stays the owner. A tip that was never offered is its own agency's and has no chain.
create table referral_chain (
  chain_id bigint generated always as identity primary key,
  report_id bigint not null references report,
  root_tip bigint not null unique references tip,
  owner_tip bigint not null unique references tip
);
create table referral (
  referral_id bigint generated always as identity primary key,
  chain_id bigint not null references referral_chain,
  from_tip bigint not null references tip,
  from_agency text not null references agency,
  to_tip bigint not null references tip,
  to_agency text not null references agency,
  decision_id bigint references decision,
  reasons text[] not null default '{}',
  -- What the agency that offers tells the other; its own note on the decision stays its own.
  message text not null default '' check (length(message) <= 2000),
  offered_by text not null references person,
  offered_at timestamptz not null default now(),
  -- The end of the undo window: before it the other agency sees nothing.
  shows_at timestamptz not null,
  state text not null default 'offered' check (state in ('offered', 'accepted', 'returned', 'withdrawn')),
  accepted_by text references person,
  accepted_at timestamptz,
  ended_by text references person,
  ended_at timestamptz,
  ended_because text not null default '' check (length(ended_because) <= 2000),
  check (from_tip <> to_tip),
  check ((accepted_by is null) = (accepted_at is null)),
  check ((ended_by is null) = (ended_at is null)),
  check ((state in ('returned', 'withdrawn')) = (ended_at is not null)),
  check (state <> 'accepted' or accepted_at is not null),
  check (state <> 'withdrawn' or accepted_at is null)
);
-- One open offer a chain: what two agencies could both accept does not exist.
create unique index referral_open on referral (chain_id) where state = 'offered';
create index referral_by_chain on referral (chain_id);
create index referral_by_to_tip on referral (to_tip);
create index referral_by_from_agency on referral (from_agency, offered_at);
create index referral_by_to_agency on referral (to_agency, offered_at);

alter table tip add column chain_id bigint references referral_chain;
create index tip_by_chain on tip (chain_id) where chain_id is not null;
-- offered: to another agency, which has not accepted. returned: given back by this agency. waiting: a decision waits for a
-- second person of the agency.
alter table tip drop constraint tip_state_check;
alter table tip add constraint tip_state_check
  check (state in ('open', 'pursued', 'declined', 'referred', 'held', 'requested', 'offered', 'returned', 'waiting'));

alter table referral_chain enable row level security;
alter table referral_chain force row level security;
alter table referral enable row level security;
alter table referral force row level security;
grant select on referral_chain, referral to tipline_desk;
grant select, insert, update on referral_chain, referral to tipline_gate;
create policy gate_all on referral_chain for all to tipline_gate using (true) with check (true);
create policy gate_all on referral for all to tipline_gate using (true) with check (true);
-- Everybody in the chain sees the same chain; the one an offer goes to, from the moment it shows.
create policy desk_sees on referral_chain for select to tipline_desk
  using (exists (select 1 from tip t where t.chain_id = referral_chain.chain_id and t.agency_id = any(app_agencies())
    and t.withdrawn_at is null and t.available_at <= now()));
create policy desk_sees on referral for select to tipline_desk
  using (from_agency = any(app_agencies()) or (to_agency = any(app_agencies()) and shows_at <= now())
    or (shows_at <= now() and exists (select 1 from tip t where t.chain_id = referral.chain_id
      and t.agency_id = any(app_agencies()) and t.withdrawn_at is null and t.available_at <= now())));

-- What the program tells a person who comes too late: TL001 is a conflict, and its text is for people.
drop function offer_tip(bigint, text, timestamptz, jsonb);
create function offer_tip(offering bigint, to_agency text, shows_at timestamptz, why jsonb, of_decision bigint default null,
  given_reasons text[] default '{}', telling text default '') returns void
language plpgsql security definer set search_path = public as $$
declare
  mine tip;
  chain referral_chain;
  theirs tip;
begin
  select * into mine from tip where tip_id = offering and tip.agency_id = any(app_agencies()) for update;
  if not found then
    raise exception 'not the holder of tip %', offering using errcode = '42501';
  end if;
  if mine.chain_id is null then
    insert into referral_chain (report_id, root_tip, owner_tip) values (mine.report_id, offering, offering) returning * into chain;
    update tip set chain_id = chain.chain_id where tip_id = offering;
  else
    select * into chain from referral_chain c where c.chain_id = mine.chain_id for update;
  end if;
  if chain.owner_tip <> offering then
    raise exception 'Another agency owns this tip now.' using errcode = 'TL001';
  end if;
  if exists (select 1 from referral r where r.chain_id = chain.chain_id and r.state = 'offered') then
    raise exception 'It is offered to an agency already.' using errcode = 'TL001';
  end if;
  select * into theirs from tip t where t.report_id = mine.report_id and t.agency_id = to_agency for update;
  if found and theirs.withdrawn_at is null and theirs.chain_id is distinct from chain.chain_id then
    raise exception 'They have this report already, as a tip of their own.' using errcode = 'TL001';
  end if;
  if found and theirs.withdrawn_at is null and theirs.state <> 'returned' then
    raise exception 'It came from them: return it instead.' using errcode = 'TL001';
  end if;
  insert into tip (report_id, agency_id, via, route, available_at, revision, policy_id, policy_version, label, lane,
    band, band_rank, risk_low, risk_high, act_low, act_high, next_clock_at, next_clock_name, summary, chain_id)
  select mine.report_id, to_agency, 'referral', why, shows_at, r.revision, r.policy_id, r.policy_version, r.label, r.lane, r.band,
    r.band_rank, r.risk_low, r.risk_high, r.act_low, r.act_high, mine.next_clock_at, mine.next_clock_name,
    mine.summary || '{"reasons": []}', chain.chain_id
  from common_rank(mine.report_id) r
  on conflict (report_id, agency_id) do update
    set withdrawn_at = null, available_at = excluded.available_at, route = excluded.route, via = 'referral', state = 'open',
        held_until = null, chain_id = excluded.chain_id
  returning * into theirs;
  if not found then
    raise exception 'report % has no assessment', mine.report_id;
  end if;
  insert into referral (chain_id, from_tip, from_agency, to_tip, to_agency, decision_id, reasons, message, offered_by, shows_at)
  values (chain.chain_id, offering, mine.agency_id, theirs.tip_id, to_agency, of_decision, given_reasons, telling,
    app_person(), shows_at);
  perform refire_unchecked(mine.report_id, 'route');
end $$;

-- Takes an offer back while nobody accepted it. The owner stays who it was.
drop function withdraw_offer(bigint, text);
create function withdraw_offer(offering bigint, because text default '') returns void
language plpgsql security definer set search_path = public as $$
declare
  open_offer referral;
begin
  if not exists (select 1 from tip where tip_id = offering and tip.agency_id = any(app_agencies())) then
    raise exception 'not the holder of tip %', offering using errcode = '42501';
  end if;
  perform from referral_chain c where c.chain_id = (select t.chain_id from tip t where t.tip_id = offering) for update;
  update referral r set state = 'withdrawn', ended_by = app_person(), ended_at = now(), ended_because = because
  where r.from_tip = offering and r.state = 'offered' returning * into open_offer;
  if not found then
    raise exception 'There is no open offer of it: it was accepted or returned in the meantime.' using errcode = 'TL001';
  end if;
  -- Who never owned it has no further business with it; who did keeps what they did, as before.
  if exists (select 1 from referral r where r.to_tip = open_offer.to_tip and r.accepted_at is not null) then
    update tip set state = 'returned', held_until = null, available_at = least(available_at, now()) where tip_id = open_offer.to_tip;
  else
    update tip set withdrawn_at = now() where tip_id = open_offer.to_tip;
  end if;
end $$;

-- Accepts what was offered: in this transaction the owner changes, and nowhere else.
create function accept_offer(offered bigint) returns void
language plpgsql security definer set search_path = public as $$
declare
  mine tip;
  open_offer referral;
begin
  select * into mine from tip where tip_id = offered and tip.agency_id = any(app_agencies());
  if not found then
    raise exception 'not the holder of tip %', offered using errcode = '42501';
  end if;
  perform from referral_chain c where c.chain_id = mine.chain_id for update;
  update referral r set state = 'accepted', accepted_by = app_person(), accepted_at = now()
  where r.to_tip = offered and r.state = 'offered' and r.shows_at <= now() returning * into open_offer;
  if not found then
    raise exception 'The offer is not open: it was withdrawn, or answered, in the meantime.' using errcode = 'TL001';
  end if;
  update referral_chain set owner_tip = offered where chain_id = mine.chain_id;
  update tip set state = 'referred', held_until = null where tip_id = open_offer.from_tip;
end $$;

-- Gives back, with a reason, what was offered or what was accepted. It is the offering agency's to work again.
create function return_offer(returning_tip bigint, because text) returns void
language plpgsql security definer set search_path = public as $$
declare
  mine tip;
  chain referral_chain;
  back referral;
begin
  select * into mine from tip where tip_id = returning_tip and tip.agency_id = any(app_agencies());
  if not found then
    raise exception 'not the holder of tip %', returning_tip using errcode = '42501';
  end if;
  select * into chain from referral_chain c where c.chain_id = mine.chain_id for update;
  select * into back from referral r where r.to_tip = returning_tip
    and ((r.state = 'offered' and r.shows_at <= now()) or (r.state = 'accepted' and chain.owner_tip = returning_tip));
  if not found then
    raise exception 'There is nothing to return: it is with another agency, or was taken back in the meantime.' using errcode = 'TL001';
  end if;
  if exists (select 1 from referral r where r.from_tip = returning_tip and r.state = 'offered') then
    raise exception 'It is offered to another agency. Withdraw that offer first.' using errcode = 'TL001';
  end if;
  update referral set state = 'returned', ended_by = app_person(), ended_at = now(), ended_because = because
  where referral_id = back.referral_id;
  update referral_chain set owner_tip = back.from_tip where chain_id = chain.chain_id;
  update tip set state = 'open', held_until = null where tip_id = back.from_tip;
  update tip set state = 'returned', held_until = null where tip_id = returning_tip;
end $$;

revoke all on function offer_tip(bigint, text, timestamptz, jsonb, bigint, text[], text), withdraw_offer(bigint, text),
  accept_offer(bigint), return_offer(bigint, text) from public;
grant execute on function offer_tip(bigint, text, timestamptz, jsonb, bigint, text[], text), withdraw_offer(bigint, text),
  accept_offer(bigint), return_offer(bigint, text) to tipline_desk;
grant create on schema public to tipline_gate;
alter function offer_tip(bigint, text, timestamptz, jsonb, bigint, text[], text) owner to tipline_gate;
alter function withdraw_offer(bigint, text) owner to tipline_gate;
alter function accept_offer(bigint) owner to tipline_gate;
alter function return_offer(bigint, text) owner to tipline_gate;
revoke create on schema public from tipline_gate;
