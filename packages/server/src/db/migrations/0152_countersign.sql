-- A decision that waits for a second person of the agency does not take effect before they have agreed: it has no time of
-- effect until then. What was in force when somebody decided is kept with the decision.
alter table decision alter column takes_effect_at drop not null;
alter table decision
  add column needs_countersign boolean not null default false,
  -- What a referral tells the other agency; the note stays with the own one.
  add column tell_them text not null default '' check (length(tell_them) <= 2000),
  -- Ids and versions: the agency's rules, the published list of reasons, the legal pack.
  add column in_force jsonb not null default '{}',
  add check (needs_countersign or takes_effect_at is not null);

create table countersignature (
  decision_id bigint primary key references decision,
  agency_id text not null references agency,
  person_id text not null,
  verdict text not null check (verdict in ('given', 'refused')),
  because text not null default '' check (length(because) <= 2000),
  at timestamptz not null default now(),
  foreign key (person_id, agency_id) references membership (person_id, agency_id),
  check (verdict = 'given' or because <> '')
);
alter table countersignature enable row level security;
alter table countersignature force row level security;
grant select, insert on countersignature to tipline_desk;
create policy desk_reads on countersignature for select to tipline_desk using (agency_id = any(app_agencies()));
-- By a second person of the agency, on a decision that waits for one.
create policy desk_writes on countersignature for insert to tipline_desk
  with check (agency_id = any(app_agencies()) and person_id = app_person()
    and exists (select 1 from decision d where d.decision_id = countersignature.decision_id
      and d.agency_id = countersignature.agency_id and d.person_id <> app_person() and d.needs_countersign
      and d.takes_effect_at is null and d.undone_at is null));

-- Who has countersigned sets the moment from which it holds, and nothing else of a colleague's decision.
grant update (takes_effect_at) on decision to tipline_desk;
create policy desk_countersigns on decision for update to tipline_desk
  using (agency_id = any(app_agencies()) and exists (select 1 from countersignature c
    where c.decision_id = decision.decision_id and c.person_id = app_person() and c.verdict = 'given'))
  with check (agency_id = any(app_agencies()));
create function decision_guard() returns trigger language plpgsql as $$
begin
  if app_person() is distinct from old.person_id and new.undone_at is distinct from old.undone_at then
    raise exception 'only who decided takes a decision back' using errcode = '42501';
  end if;
  if new.takes_effect_at is distinct from old.takes_effect_at and not (old.takes_effect_at is null
      and exists (select 1 from countersignature c where c.decision_id = old.decision_id and c.verdict = 'given')) then
    raise exception 'a decision takes effect when it says so' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger decision_guard before update on decision for each row execute function decision_guard();

-- Reasons that an agency adds to the published ones. One that is retired stays readable on old decisions.
create table agency_reason (
  reason_id bigint generated always as identity primary key,
  agency_id text not null references agency,
  kind text not null check (kind in ('pursue', 'decline', 'refer', 'hold', 'request')),
  words text not null check (length(words) between 1 and 200),
  added_by text not null,
  added_at timestamptz not null default now(),
  retired_by text references person,
  retired_at timestamptz,
  foreign key (added_by, agency_id) references membership (person_id, agency_id),
  check ((retired_by is null) = (retired_at is null))
);
create index agency_reason_by_agency on agency_reason (agency_id, kind);
alter table agency_reason enable row level security;
alter table agency_reason force row level security;
grant select, insert on agency_reason to tipline_desk;
grant update (retired_by, retired_at) on agency_reason to tipline_desk;
create policy desk_own on agency_reason for all to tipline_desk
  using (agency_id = any(app_agencies())) with check (agency_id = any(app_agencies()));
