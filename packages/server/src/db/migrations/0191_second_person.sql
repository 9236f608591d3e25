-- Who may do what changes by two persons. The program asked for the second one; now the database does too: a change begins
-- waiting, is decided in one's own name by somebody who looks after that agency's people, and takes effect alone only where
-- the agency has nobody else who could say no.
create function access_change_guard() returns trigger language plpgsql as $$
begin
  if current_user <> 'tipline_desk' then
    return new;
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'waiting' or new.asked_by is distinct from app_person() then
      raise exception 'a change is asked for in one''s own name, and begins waiting' using errcode = '42501';
    end if;
    return new;
  end if;
  if old.state <> 'waiting' then
    raise exception 'this change has been decided' using errcode = '42501';
  end if;
  if new.state in ('approved', 'refused')
      and (new.decided_by is distinct from app_person() or app_administers() is distinct from new.agency_id) then
    raise exception 'a change is decided in one''s own name, by who looks after the agency''s people' using errcode = '42501';
  end if;
  if new.state = 'alone' and (old.asked_by is distinct from app_person() or exists (
      select 1 from membership m join person p on p.person_id = m.person_id
      where m.agency_id = new.agency_id and m.ended_at is null and p.disabled_at is null
        and m.person_id <> new.asked_by and m.person_id <> new.person_id
        and m.role in ('agency supervisor', 'agency administrator', 'clearinghouse supervisor')
        and p.last_signed_in_at is not null)) then
    raise exception 'the agency has a second person' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger access_change_guard before insert or update on access_change for each row execute function access_change_guard();
