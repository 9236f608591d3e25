-- Which agency leads which, as the lead enters it, with its first and last day and who entered it. What is entered stays: a
-- change ends the entry before and adds another.
create table affiliate_entry (
  entry_id bigint generated always as identity primary key,
  lead_agency text not null references agency,
  agency_id text not null references agency,
  areas jsonb not null,
  -- Kinds of incident that go straight to it, by the lead's own rule.
  straight text[] not null default '{}',
  from_day date not null,
  to_day date,
  because text not null check (length(because) between 1 and 2000),
  entered_by text not null,
  entered_at timestamptz not null default now(),
  ended_by text,
  ended_at timestamptz,
  ended_because text check (length(ended_because) between 1 and 2000),
  foreign key (entered_by, lead_agency) references membership (person_id, agency_id),
  foreign key (ended_by, lead_agency) references membership (person_id, agency_id),
  check (lead_agency <> agency_id),
  check (to_day is null or to_day >= from_day),
  check ((to_day is null) = (ended_at is null)),
  check (ended_at is null or ended_by is not null),
  check ((ended_at is null) = (ended_because is null))
);
create unique index affiliate_one_lead on affiliate_entry (agency_id) where to_day is null;
create index affiliate_by_lead on affiliate_entry (lead_agency);
create index affiliate_by_agency on affiliate_entry (agency_id);

alter table affiliate_entry enable row level security;
alter table affiliate_entry force row level security;
grant select, insert on affiliate_entry to tipline_desk;
grant update (to_day, ended_by, ended_at, ended_because) on affiliate_entry to tipline_desk;
grant select on affiliate_entry to tipline_pipeline, tipline_gate;
grant insert on agency to tipline_gate;
create policy pipeline_reads on affiliate_entry for select to tipline_pipeline using (true);
create policy gate_reads on affiliate_entry for select to tipline_gate using (true);
-- The lead, and whom it leads.
create policy desk_reads on affiliate_entry for select to tipline_desk
  using (lead_agency = any(app_agencies()) or agency_id = any(app_agencies()));
create policy desk_enters on affiliate_entry for insert to tipline_desk
  with check (lead_agency = any(app_agencies()) and entered_by = app_person());
create policy desk_ends on affiliate_entry for update to tipline_desk
  using (lead_agency = any(app_agencies()) and to_day is null)
  with check (lead_agency = any(app_agencies()) and ended_by = app_person());

-- A tree: one lead at a time, nobody below themselves, four levels at most. What others entered decides it too, and is not
-- the enterer's to see; so the look is by definer's right, and after row security has let the row in.
create function affiliate_guard() returns trigger language plpgsql security definer set search_path = public as $$
declare
  above text := new.lead_agency;
  depth int := 1;
begin
  if (select kind from agency where agency.agency_id = new.agency_id) is distinct from 'affiliate' then
    raise exception 'Only a sub-agency can be led by another: this one has an area of its own on the map.' using errcode = 'TL001';
  end if;
  if exists (select 1 from affiliate_entry e where e.agency_id = new.agency_id and e.entry_id <> new.entry_id
      and daterange(e.from_day, e.to_day) && daterange(new.from_day, new.to_day)) then
    raise exception 'It is entered already for some of these days, by you or by another agency.' using errcode = 'TL001';
  end if;
  loop
    if above = new.agency_id then
      raise exception 'It leads your agency: nobody is below themselves.' using errcode = 'TL001';
    end if;
    select e.lead_agency into above from affiliate_entry e
    where e.agency_id = above and (e.to_day is null or e.to_day > new.from_day) order by e.from_day desc limit 1;
    exit when not found;
    depth := depth + 1;
  end loop;
  if depth >= 4 then
    raise exception 'A tree of agencies is four levels deep at most.' using errcode = 'TL001';
  end if;
  return new;
end $$;
create trigger affiliate_guard after insert on affiliate_entry for each row execute function affiliate_guard();

-- A sub-agency that the lead enters comes to be. Its people are invited by the operator, as those of every agency.
create function make_affiliate(id text, called text, works_in text) returns void
language plpgsql security definer set search_path = public as $$
begin
  if cardinality(app_agencies()) <> 1 or id not like (app_agencies())[1] || '-%' or app_person() is null then
    raise exception 'not an id of a sub-agency of this agency' using errcode = '42501';
  end if;
  insert into agency (agency_id, name, kind, area) values (id, called, 'affiliate', works_in);
exception when unique_violation then
  raise exception 'There is an agency of that name under yours already. Choose it from the list.' using errcode = 'TL001';
end $$;

-- The agencies below the acting one today.
create function affiliate_tree(today date) returns table (agency_id text, name text, lead_id text, depth int)
language sql stable security definer set search_path = public as $$
  with recursive below as (
    select e.agency_id, e.lead_agency, 1 as depth from affiliate_entry e
    where e.lead_agency = any(app_agencies()) and e.from_day <= today and (e.to_day is null or today < e.to_day)
    union all
    select e.agency_id, e.lead_agency, b.depth + 1 from affiliate_entry e join below b on e.lead_agency = b.agency_id
    where b.depth < 4 and e.from_day <= today and (e.to_day is null or today < e.to_day))
  select b.agency_id, a.name, b.lead_agency, b.depth from below b join agency a using (agency_id) order by b.depth, a.name
$$;

-- How many went straight to each affiliate by the acting agency's rule: a count, and nothing of any of them.
create function affiliate_straight_counts(since timestamptz) returns table (agency_id text, tips int)
language sql stable security definer set search_path = public as $$
  select t.agency_id, count(*)::int from tip t
  where t.agency_id in (select e.agency_id from affiliate_entry e where e.lead_agency = any(app_agencies()))
    and t.via = 'routing' and t.withdrawn_at is null and t.available_at >= since
    and t.route->'affiliate'->>'straight' = 'true' and t.route->'affiliate'->>'leadId' = any(app_agencies())
  group by t.agency_id
$$;

revoke all on function make_affiliate(text, text, text), affiliate_tree(date), affiliate_straight_counts(timestamptz),
  affiliate_guard() from public;
grant execute on function make_affiliate(text, text, text), affiliate_tree(date), affiliate_straight_counts(timestamptz)
  to tipline_desk;
grant create on schema public to tipline_gate;
alter function affiliate_guard() owner to tipline_gate;
alter function make_affiliate(text, text, text) owner to tipline_gate;
alter function affiliate_tree(date) owner to tipline_gate;
alter function affiliate_straight_counts(timestamptz) owner to tipline_gate;
revoke create on schema public from tipline_gate;
