import { PostgresFault } from './fault.ts'

/** As much of a pg client or pool as is needed here. */
export type Queryable = { query(text: string): Promise<{ rows: Record<string, unknown>[] }> }

/** The oldest server version that the schema is written for, as `server_version_num` counts. */
const oldestVersionNumber = 150_000

const settingsQuery = `select name, setting from pg_settings
  where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'server_version_num')`
/** Settings kept for a role or a database, which would hold for other sessions than this one. */
const overridesQuery = `select coalesce(r.rolname, d.datname, '') as "whose" from pg_db_role_setting s
  left join pg_roles r on r.oid = s.setrole left join pg_database d on d.oid = s.setdatabase
  where exists (select from unnest(s.setconfig) as kept where kept ~ '^synchronous_commit=(off|false|no|0)$')`

/** What a server's settings would lose, in sentences; none if an acknowledged report survives a power cut. */
export const durabilityFaults = (
  settings: ReadonlyMap<string, string>,
  overriddenBy: readonly string[],
): string[] => [
  ...['fsync', 'full_page_writes', 'synchronous_commit'].flatMap((name) =>
    onOrFault(name, settings.get(name)),
  ),
  ...(settings.get('data_checksums') === 'on'
    ? []
    : ['data checksums are missing: stop the server and run "pg_checksums --enable -D <its data folder>"']),
  ...overriddenBy.map(
    (whose) => `synchronous_commit is off for "${whose}": ALTER ROLE or DATABASE ... RESET it`,
  ),
  ...(Number(settings.get('server_version_num')) >= oldestVersionNumber
    ? []
    : ['the server is older than PostgreSQL 15: use a newer one']),
]

/** `synchronous_commit` has further values (local, remote_write, remote_apply), all of which flush here first. */
const onOrFault = (name: string, value: string | undefined): string[] => {
  const safe = name === 'synchronous_commit' ? value !== undefined && value !== 'off' : value === 'on'
  return safe ? [] : [`${name} is ${value ?? 'unknown'}: set it to on`]
}

/**
 * Refuses a server that could lose an acknowledged report in a power cut: fsync, full_page_writes or
 * synchronous_commit off, data checksums missing, or older than PostgreSQL 15. All faults are told at once.
 * @throws {PostgresFault} code `not durable`
 */
export const assertDurable = async (client: Queryable): Promise<void> => {
  const { rows } = await client.query(settingsQuery)
  const settings = new Map(rows.map((row) => [String(row.name), String(row.setting)]))
  const overrides = await client.query(overridesQuery)
  const faults = durabilityFaults(
    settings,
    overrides.rows.map((row) => String(row.whose)),
  )
  if (faults.length > 0)
    throw new PostgresFault(
      'not durable',
      `This PostgreSQL could lose an acknowledged report, so it is not used: ${faults.join('; ')}.`,
    )
}
