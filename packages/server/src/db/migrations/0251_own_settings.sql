-- How a person has their own desk: language, time zone, density, keys. It comes with them from device to device, and concerns nobody else.
create table own_settings (
  person_id text primary key references person,
  settings jsonb not null,
  changed_at timestamptz not null default now()
);
grant select, insert on own_settings to tipline_desk;
grant update (settings, changed_at) on own_settings to tipline_desk;
alter table own_settings enable row level security;
alter table own_settings force row level security;
create policy own_settings_own on own_settings for all to tipline_desk
  using (person_id = app_person()) with check (person_id = app_person());
