import { totalmem } from 'node:os'
import { type Address, socketPort } from './address.ts'
import { connectionsMax } from './limits.ts'

const mib = 1024 * 1024
const within = (low: number, value: number, high: number) => Math.round(Math.min(high, Math.max(low, value)))

/** A sixteenth of memory, because the server, the worker and the browser share this machine. */
const sharedBuffersMib = () => within(128, totalmem() / mib / 16, 1024)
const effectiveCacheMib = () => within(512, totalmem() / mib / 2, 1_000_000)

const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`

const listening = (address: Address): string[] => {
  switch (address.kind) {
    case 'socket':
      return [
        `listen_addresses = ''`,
        `unix_socket_directories = ${quoted(address.socketDir)}`,
        `port = ${socketPort}`,
      ]
    case 'loopback':
      return [`listen_addresses = '127.0.0.1'`, `unix_socket_directories = ''`, `port = ${address.port}`]
  }
}

/**
 * The server's configuration file. An operator's own settings go into `local.conf` beside it; those that would
 * lose an acknowledged report are refused at the start.
 * @param accessFile path of the pg_hba.conf of this folder
 * @param hasOwn whether there is a local.conf; PostgreSQL logs each start without it otherwise
 */
export const configText = (address: Address, accessFile: string, hasOwn: boolean): string =>
  [
    '# Written anew at every start. Settings of your own belong in local.conf beside this file.',
    ...listening(address),
    'unix_socket_permissions = 0700',
    `hba_file = ${quoted(accessFile)}`,
    `max_connections = ${connectionsMax}`,
    '',
    '# An acknowledged report survives a power cut.',
    'fsync = on',
    'full_page_writes = on',
    'synchronous_commit = on',
    '',
    '# Two cores and a disk without moving parts.',
    `shared_buffers = ${sharedBuffersMib()}MB`,
    `effective_cache_size = ${effectiveCacheMib()}MB`,
    'work_mem = 16MB',
    'maintenance_work_mem = 128MB',
    // This build knows only pglz, which took two of five milliseconds of processor time from linking a report.
    'wal_compression = off',
    'max_wal_size = 2GB',
    'min_wal_size = 256MB',
    'checkpoint_timeout = 15min',
    'random_page_cost = 1.1',
    'max_parallel_workers_per_gather = 1',
    'jit = off',
    'autovacuum_naptime = 15s',
    '',
    '# One zone, one language; nothing of a report in the log.',
    `timezone = 'UTC'`,
    `log_timezone = 'UTC'`,
    `lc_messages = 'C'`,
    `default_text_search_config = 'pg_catalog.simple'`,
    'log_min_error_statement = panic',
    'log_error_verbosity = terse',
    'log_checkpoints = off',
    `password_encryption = 'scram-sha-256'`,
    '',
    ...(hasOwn ? [`include 'local.conf'`, ''] : []),
  ].join('\n')

/** Who may connect: holders of the password, from this machine. */
export const accessText = 'local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n'
