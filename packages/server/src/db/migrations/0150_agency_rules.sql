-- Rules of an agency about itself: which there are, and what a value may be, the program's catalogue says. Every version
-- stays, with who set it, when and why, so that what was asked of people on any day can be shown.
create table agency_rule_version (
  agency_id text not null references agency,
  rule text not null check (length(rule) between 1 and 64),
  version int not null check (version >= 1),
  value jsonb not null check (length(value::text) <= 4096),
  because text not null check (length(because) between 1 and 2000),
  state text not null check (state in ('proposed', 'in force', 'past', 'withdrawn')),
  set_by text not null,
  set_at timestamptz not null default now(),
  approved_by text,
  approved_at timestamptz,
  in_force_from timestamptz,
  in_force_until timestamptz,
  primary key (agency_id, rule, version),
  foreign key (set_by, agency_id) references membership (person_id, agency_id),
  foreign key (approved_by, agency_id) references membership (person_id, agency_id),
  check ((approved_by is null) = (approved_at is null)),
  check ((state in ('in force', 'past')) = (in_force_from is not null)),
  check ((state = 'past') = (in_force_until is not null))
);
create unique index agency_rule_in_force on agency_rule_version (agency_id, rule) where state = 'in force';
create unique index agency_rule_proposed on agency_rule_version (agency_id, rule) where state = 'proposed';

-- What was proposed is what comes into force; and where the agency asks for a second person there are two, also for the
-- very rule that asks.
create function agency_rule_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (new.value is distinct from old.value or new.set_by <> old.set_by or new.because <> old.because) then
    raise exception 'a version of a rule does not change' using errcode = '23514';
  end if;
  if new.state = 'in force' and coalesce(new.approved_by, new.set_by) = new.set_by
      and exists (select 1 from agency_rule_version r where r.agency_id = new.agency_id and r.rule = 'rules-second-person'
        and r.value = 'true' and (r.state = 'in force' or r.in_force_until = new.in_force_from)) then
    raise exception 'a second person brings a rule into force' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger agency_rule_guard before insert or update on agency_rule_version
  for each row execute function agency_rule_guard();

insert into agency_rule_version (agency_id, rule, version, value, because, state, set_by, set_at, in_force_from)
select agency_id, 'policies-second-person', 1, to_jsonb(second_person), 'As it was set before.', 'in force', changed_by,
  changed_at, changed_at
from agency_rule;
drop table agency_rule;

create or replace function agency_policy_guard() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (new.source_text <> old.source_text or new.body is distinct from old.body
      or new.edited_by <> old.edited_by) then
    raise exception 'a proposed policy does not change' using errcode = '23514';
  end if;
  if new.state = 'activating' and old.state <> 'activating'
      and new.approved_by in (new.proposed_by, new.edited_by)
      and coalesce((select r.value = 'true' from agency_rule_version r where r.agency_id = new.agency_id
        and r.rule = 'policies-second-person' and r.state = 'in force'), true) then
    raise exception 'a second person activates a policy' using errcode = '23514';
  end if;
  return new;
end $$;

alter table agency_rule_version enable row level security;
alter table agency_rule_version force row level security;
grant select, insert on agency_rule_version to tipline_desk;
grant update (state, approved_by, approved_at, in_force_from, in_force_until) on agency_rule_version to tipline_desk;
grant select on agency_rule_version to tipline_pipeline;
create policy desk_own on agency_rule_version for all to tipline_desk
  using (agency_id = any(app_agencies())) with check (agency_id = any(app_agencies()));
create policy pipeline_reads on agency_rule_version for select to tipline_pipeline using (true);
