/** After the kills: what was acknowledged, beside what is there. Gives every difference in words. */
import { join } from 'node:path'
import { openFileKeyStore, openFolderStore, verifyObject } from '@opentipline/vault'
import pg from 'pg'
import type { SentReport } from './filer.ts'

type Rows = <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>

export type Audited = { faults: string[]; counts: Record<string, number> }

/** @param databaseUrl of the owner, whom row security lets see everything */
export const audit = async (
  databaseUrl: string,
  dataDir: string,
  sent: readonly SentReport[],
): Promise<Audited> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const rows: Rows = async (text, values) => (await client.query(text, values)).rows
    const vault = await auditVault(rows, dataDir)
    return {
      faults: [
        ...(await auditSent(rows, sent)),
        ...(await auditFiles(rows, sent)),
        ...(await auditWhole(rows)),
        ...vault.faults,
      ],
      counts: { ...(await countAll(rows, sent)), ...vault.counts },
    }
  } finally {
    await client.end()
  }
}

type Received = {
  sha256: string
  report_id: string
  kind: string
  state: string
  tips: number
  unrouted: number
}

const auditSent = async (rows: Rows, sent: readonly SentReport[]): Promise<string[]> => {
  const received = await rows<Received>(
    `select encode(d.sha256, 'hex') as sha256, d.report_id, r.state,
       (select count(*)::int from tip t where t.report_id = r.report_id) as tips,
       (select count(*)::int from unrouted u where u.report_id = r.report_id) as unrouted
     from document d join report r using (report_id) where d.kind = 'submit'`,
  )
  const byDigest = Map.groupBy(received, (row) => row.sha256)
  const known = new Set(sent.map((report) => report.sha256))
  return [
    ...received
      .filter((row) => !known.has(row.sha256))
      .map((row) => `report ${row.report_id} was never sent`),
    ...sent.flatMap((report) => auditOne(report, byDigest.get(report.sha256) ?? [])),
  ]
}

const auditOne = (report: SentReport, found: Received[]): string[] => {
  const name = report.reportId ?? `of digest ${report.sha256.slice(0, 12)}`
  if (found.length > 1) return [`report ${name} is there ${found.length} times`]
  const [row] = found
  if (report.reportId === undefined)
    return row && row.state !== 'open' ? [`report ${name} is ${row.state}, unasked`] : []
  if (!row) return [`report ${name} was acknowledged and is lost`]
  if (row.report_id !== report.reportId) return [`report ${name} is there as ${row.report_id}`]
  if (report.finish === 'acknowledged' && row.state !== 'finished')
    return [`report ${name} was acknowledged as finished and is ${row.state}`]
  if (report.finish === 'not asked' && row.state !== 'open')
    return [`report ${name} is ${row.state}, unasked`]
  if (row.state !== 'finished') return []
  const expected = report.place === 'nowhere' ? { tips: 0, unrouted: 1 } : { tips: 1, unrouted: 0 }
  return row.tips === expected.tips && row.unrouted === expected.unrouted
    ? []
    : [`finished report ${name} has ${row.tips} tips and ${row.unrouted} unrouted entries`]
}

const auditFiles = async (rows: Rows, sent: readonly SentReport[]): Promise<string[]> => {
  const stored = await rows<{ file_id: string; report_id: string; sha256: string; info: string | null }>(
    `select f.file_id, f.report_id, f.sha256, encode(d.sha256, 'hex') as info
     from file f left join file_details fd using (file_id) left join document d on d.document_id = fd.document_id`,
  )
  const byDigest = Map.groupBy(stored, (row) => row.sha256)
  const all = sent.flatMap((report) => report.files.map((file) => ({ file, reportId: report.reportId })))
  const known = new Set(all.map(({ file }) => file.sha256))
  const faults = stored
    .filter((row) => !known.has(row.sha256))
    .map((row) => `file ${row.file_id} was never sent`)
  for (const { file, reportId } of all) {
    const found = byDigest.get(file.sha256) ?? []
    const [row] = found
    if (found.length > 1) faults.push(`a file is there ${found.length} times: ${file.sha256}`)
    if (row && row.report_id !== reportId) faults.push(`file ${row.file_id} is with another report`)
    if (file.fileId === undefined) continue
    if (row?.file_id !== file.fileId) faults.push(`file ${file.fileId} was acknowledged and is lost`)
    if (file.info?.acknowledged && row && row.info === null)
      faults.push(`the description of file ${file.fileId} was acknowledged and is lost`)
    const isKnown = file.info !== undefined && file.info.sha256 !== 'one of several'
    if (isKnown && row?.info && row.info !== file.info?.sha256)
      faults.push(`the description of file ${file.fileId} is not the one sent`)
  }
  return faults
}

/** What must hold of everything that is there, acknowledged or not: each thing whole, once, and in its place. */
const wholes: Record<string, string> = {
  'a report without exactly one submitted document': `select report_id from report left join document using (report_id)
     group by report_id having count(*) filter (where kind = 'submit') <> 1`,
  'a report without its reading': `select report_id from report where not exists
     (select from report_revision v join document d using (document_id) where v.report_id = report.report_id and d.report_id = v.report_id)`,
  'a document whose digest is not that of its bytes': `select document_id from document where sha256 <> sha256(bytes)`,
  'a description without its document': `select file_id from file_details fd where not exists
     (select from document d where d.document_id = fd.document_id and d.kind = 'fileinfo' and d.report_id = fd.report_id)`,
  'a described document without a description': `select document_id from document d where kind = 'fileinfo' and not exists
     (select from file_details fd where fd.document_id = d.document_id)`,
  'a report still on its way': 'select report_id from work',
  'an unfinished report in a queue': `select report_id from report where state <> 'finished' and
     (exists (select from tip t where t.report_id = report.report_id) or exists (select from unrouted u where u.report_id = report.report_id))`,
  'a finished report in no queue': `select report_id from report where state = 'finished'
     and not exists (select from tip t where t.report_id = report.report_id)
     and not exists (select from unrouted u where u.report_id = report.report_id)`,
  'a thing whose entry is missing or doubled': `
     with expected as (
       select 'report.submitted' as action, report_id::text as object_id, 1 as times from report
       union all select 'report.finished', report_id::text, 1 from report where state = 'finished'
       union all select 'report.file-uploaded', report_id::text, count(*) from file group by report_id
       union all select 'report.file-described', report_id::text, count(*) from file_details group by report_id
       union all select 'tip.made-available', tip_id::text, 1 from tip
       union all select 'report.unrouted', report_id::text, 1 from unrouted),
     told as (select action, object_id, count(*) as times from ledger_entry
       where action in (select action from expected) group by action, object_id)
     select coalesce(e.action, t.action) || ' ' || coalesce(e.object_id, t.object_id) as report_id
     from expected e full join told t using (action, object_id) where e.times is distinct from t.times`,
  'an entry that is not in the tree, or twice': `select entry_id as report_id from ledger_entry left join ledger_leaf using (entry_id)
     group by entry_id having count(leaf_index) <> 1`,
  'a gap in the tree': `select leaf_index as report_id from
     (select leaf_index, row_number() over (order by leaf_index) - 1 as place from ledger_leaf) placed where leaf_index <> place`,
}

const shownMax = 5

const auditWhole = async (rows: Rows): Promise<string[]> => {
  const faults: string[] = []
  for (const [what, text] of Object.entries(wholes)) {
    const found = await rows<Record<string, unknown>>(text)
    if (found.length > 0)
      faults.push(
        `${found.length} times ${what}: ${found
          .slice(0, shownMax)
          .map((row) => Object.values(row)[0])
          .join(', ')}`,
      )
  }
  return faults
}

type FileRow = {
  file_id: string
  size_bytes: string
  md5: string
  sha1: string
  sha256: string
  wrapped_key: Buffer
  key_id: string
  stored_bytes: string
  stored_sha256: string
}

/** Reads every file of the database again from the vault, and hashes it. */
const auditVault = async (rows: Rows, dataDir: string): Promise<Audited> => {
  const keys = await openFileKeyStore(join(dataDir, 'keys', 'vault'))
  const store = await openFolderStore(join(dataDir, 'vault'))
  const faults: string[] = []
  const files = await rows<FileRow>('select * from file order by file_id')
  for (const row of files) {
    const verdict = await verifyObject(store, keys, {
      objectId: row.file_id,
      sizeBytes: Number(row.size_bytes),
      md5: row.md5,
      sha1: row.sha1,
      sha256: row.sha256,
      wrappedKey: row.wrapped_key,
      keyId: row.key_id,
      storedBytes: Number(row.stored_bytes),
      storedSha256: row.stored_sha256,
    })
    if (verdict.outcome !== 'intact') faults.push(`the bytes of file ${row.file_id} are ${verdict.outcome}`)
  }
  let objects = 0
  for await (const _ of store.list()) objects += 1
  await store.close()
  return {
    faults,
    counts: { 'files re-read': files.length, 'sealed objects without a file': objects - files.length },
  }
}

const countAll = async (rows: Rows, sent: readonly SentReport[]): Promise<Record<string, number>> => {
  const [there] = await rows<{ reports: number; finished: number; tips: number }>(
    `select (select count(*)::int from report) as reports, (select count(*)::int from report where state = 'finished') as finished,
       (select count(*)::int from tip) as tips`,
  )
  return {
    'reports sent': sent.length,
    'submissions acknowledged': sent.filter((report) => report.reportId !== undefined).length,
    'finishes acknowledged': sent.filter((report) => report.finish === 'acknowledged').length,
    'files acknowledged': sent.flatMap((report) => report.files).filter((file) => file.fileId !== undefined)
      .length,
    'reports there': there?.reports ?? 0,
    'finished reports there': there?.finished ?? 0,
    'tips there': there?.tips ?? 0,
  }
}
