-- The guard asked what keeps a file inside one condition with the state. Once PostgreSQL plans that condition for all values, it
-- needs the right to ask also where the answer is not wanted, and the keeper, rightly, has none: the sixth destruction of a
-- connection failed. What is asked only of an approval stands in a block that only an approval reaches.
create or replace function file_destruction_guard() returns trigger language plpgsql as $$
begin
  if (new.file_id, new.report_id, new.agency_id, new.basis, new.court, new.number, new.dated, new.rule, new.because, new.proposed_by,
      new.proposed_at) is distinct from (old.file_id, old.report_id, old.agency_id, old.basis, old.court, old.number, old.dated,
      old.rule, old.because, old.proposed_by, old.proposed_at) then
    raise exception 'a proposed destruction does not change' using errcode = '23514';
  end if;
  if new.state <> old.state and (old.state, new.state) not in (('proposed', 'withdrawn'), ('proposed', 'refused'), ('proposed', 'approved'),
      ('approved', 'key destroyed'), ('key destroyed', 'done')) then
    raise exception 'a destruction does not go from % to %', old.state, new.state using errcode = '23514';
  end if;
  if old.state <> 'proposed' and (new.decided_by, new.decided_at) is distinct from (old.decided_by, old.decided_at) then
    raise exception 'who approved it stays' using errcode = '23514';
  end if;
  if new.state = 'approved' and old.state <> 'approved' then
    if exists (select 1 from destruction_holds(new.file_id, new.agency_id, now()) h
        where new.basis <> 'order' or h.kind = 'other agency') then
      raise exception 'something still keeps file %', new.file_id using errcode = '23514';
    end if;
  end if;
  return new;
end $$;
