-- A sign-in ends the session that was begun in the same browser: it is looked for by the digest of the browser's cookie.
create index session_by_device on session (device_sha256) where ended_at is null;

-- What a provider must say of a sign-in for it to count. Those that were set before were trusted, and say so now.
alter table agency_oidc add column second_factor text not null default 'trusted'
  check (second_factor = 'trusted' or second_factor ~ '^(acr|amr):[!-~]{1,200}$');
alter table agency_oidc alter column second_factor drop default;
