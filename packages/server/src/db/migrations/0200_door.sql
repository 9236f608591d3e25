-- A sign-in ends the session that was begun in the same browser: it is looked for by the digest of the browser's cookie.
create index session_by_device on session (device_sha256) where ended_at is null;
