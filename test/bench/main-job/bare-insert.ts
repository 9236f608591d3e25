/**
 * The limit of the database: the same rows, inserted durably by pgbench and nothing else. Its tables are like ours but
 * without foreign keys, triggers and row security, its client is C, and its values are at hand in the database.
 */
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

const tables = [
  'report',
  'document',
  'report_revision',
  'file',
  'file_details',
  'ledger_entry',
  'ledger_pending',
  'work',
]

export type BareOptions = {
  databaseUrl: string
  /** Path of the program. */
  pgbench: string
  /** Where the scripts are written. */
  folder: string
  clients: number
  seconds: number
}
export type Bare = { submitsPerSecond: number; reportsPerSecond: number }

/** The database must hold a complete report: its values are what is inserted again and again. */
export const bareInsert = async (options: BareOptions): Promise<Bare> => {
  const client = new pg.Client({ connectionString: options.databaseUrl })
  await client.connect()
  try {
    await client.query('drop schema if exists bare cascade')
    await client.query('create schema bare')
    for (const table of tables)
      await client.query(
        `create table bare.${table} (like public.${table} including defaults including identity including indexes)`,
      )
    await client.query(sampleTable)
    await client.query('checkpoint')
    const submitsPerSecond = await pgbench(options, 'submit', 1, submitScript)
    const reportsPerSecond = await pgbench(options, 'report', 2, submitScript + restScript)
    await client.query('drop schema bare cascade')
    return { submitsPerSecond, reportsPerSecond }
  } finally {
    await client.end()
  }
}

const sampleTable = `create table bare.sample as
  select d.bytes as xml, d.sha256, v.model, i.bytes as info, fd.model as file_model, e.canonical
  from document d join report_revision v using (document_id) join file_details fd on fd.report_id = d.report_id
    join document i on i.document_id = fd.document_id
    join ledger_entry e on e.object_id = d.report_id::text and e.action = 'report.submitted' limit 1`

const entry = (action: string): string => `
  entry as (insert into bare.ledger_entry (entry_id, at, actor, acting_for, action, object_kind, object_id, canonical)
    select gen_random_uuid(), now(), 'provider:1', '1', '${action}', 'report', (:id)::text, canonical from bare.sample returning entry_id)
  insert into bare.ledger_pending select entry_id from entry;`

const submitScript = `\\set n :n + 1
\\set id :base * 1000000000000 + :client_id * 1000000000 + :n
with opened as (insert into bare.report (report_id, environment, origin, provider_id, credential_id, state)
    values (:id, 'live', 'reporting-xml', 1, 1, 'open')),
  kept as (insert into bare.document (report_id, environment, provider_id, kind, bytes, sha256, content_type)
    select :id, 'live', 1, 'submit', xml, sha256, 'text/xml' from bare.sample returning document_id),
  revised as (insert into bare.report_revision (report_id, environment, provider_id, revision, document_id, model)
    select :id, 'live', 1, 1, document_id, model from kept, bare.sample),${entry('report.submitted')}
`

const restScript = `with stored as (insert into bare.file (file_id, report_id, environment, provider_id, name_as_received, size_bytes, md5, sha1, sha256,
      wrapped_key, key_id, stored_bytes, stored_sha256)
    select md5((:id)::text), :id, 'live', 1, 'synthetic.bin', 65536, repeat('a', 32), repeat('a', 40), repeat('a', 64), sha256, 'key-1', 65600, repeat('a', 64)
    from bare.sample),
  touched as (update bare.report set last_modified_at = now() where report_id = :id),${entry('report.file-uploaded')}
with kept as (insert into bare.document (report_id, environment, provider_id, kind, bytes, sha256, content_type)
    select :id, 'live', 1, 'fileinfo', info, sha256, 'text/xml' from bare.sample returning document_id),
  described as (insert into bare.file_details (file_id, report_id, environment, provider_id, document_id, model)
    select md5((:id)::text), :id, 'live', 1, document_id, file_model from kept, bare.sample),
  touched as (update bare.report set last_modified_at = now() where report_id = :id),${entry('report.file-described')}
with closed as (update bare.report set state = 'finished', closed_at = now() where report_id = :id),
  handed as (insert into bare.work (report_id, revision, stage) values (:id, 1, 'normalise')),${entry('report.finished')}
`

/** Times a second that the script was run to its end. `base` keeps the numbers of one run apart from another's. */
const pgbench = async (options: BareOptions, name: string, base: number, script: string): Promise<number> => {
  const file = join(options.folder, `bare-${name}.sql`)
  await writeFile(file, script)
  const { clients, seconds } = options
  const limits = ['-c', String(clients), '-j', '2', '-T', String(seconds)]
  const variables = ['-D', 'n=0', '-D', `base=${base}`]
  const { stdout } = await promisify(execFile)(options.pgbench, [
    '--no-vacuum',
    '-M',
    'prepared',
    ...limits,
    ...variables,
    '-f',
    file,
    options.databaseUrl,
  ])
  const figure = /^tps = ([0-9.]+)/m.exec(stdout)?.[1]
  if (figure === undefined) throw new Error(`pgbench said nothing of its rate:\n${stdout}`)
  return Number(figure)
}
