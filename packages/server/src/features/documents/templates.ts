import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type DocumentKind,
  documentKinds,
  type TemplateHead,
  type TemplateText,
  type TemplateVersion,
} from '@opentipline/contract'
import { type DocumentTemplate, parseTemplate } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'

const folder = join(import.meta.dirname, '../../../../../data/documents')

/** Versions of one kind of an agency's own at most. */
const versionsMax = 1_000

export type InUse = { template: DocumentTemplate; text: string; own: boolean; version: number }

let shippedOnce: Promise<Map<DocumentKind, { template: DocumentTemplate; text: string }>> | undefined

/** The templates of `data/documents`, one for each kind. @throws Error naming file and line when one cannot be used */
const shippedTemplates = () => (shippedOnce ??= readShipped())

const readShipped = async () => {
  const found = new Map<DocumentKind, { template: DocumentTemplate; text: string }>()
  for (const name of (await readdir(folder)).filter((each) => each.endsWith('.yaml')).toSorted()) {
    const text = await readFile(join(folder, name), 'utf8')
    const parsed = parseTemplate(text)
    if (!parsed.ok) {
      const [first] = parsed.problems
      throw new Error(`data/documents/${name} line ${first?.line ?? '?'}: ${first?.path} ${first?.message}`)
    }
    found.set(parsed.template.kind, { template: parsed.template, text })
  }
  return found
}

type Row = { kind: DocumentKind; version: number; text: string }

/** The template in use for each kind: the agency's newest that was not dropped, else the one with the program. */
export const templatesInUse = async (
  tx: Transaction,
  session: Session,
): Promise<Map<DocumentKind, InUse>> => {
  const shipped = await shippedTemplates()
  const rows = await tx.prepared<Row>(
    'document-templates',
    `select distinct on (kind) kind, version, text from document_template where agency_id = $1 and dropped_at is null
     order by kind, version desc`,
    [session.actor.agencyId],
  )
  const own = new Map(rows.map((row) => [row.kind, row]))
  const inUse = new Map<DocumentKind, InUse>()
  for (const kind of documentKinds) {
    const row = own.get(kind)
    const parsed = row && parseTemplate(row.text)
    const base = shipped.get(kind)
    if (row && parsed?.ok)
      inUse.set(kind, { template: parsed.template, text: row.text, own: true, version: row.version })
    else if (base) inUse.set(kind, { ...base, own: false, version: base.template.version })
  }
  return inUse
}

export const headOf = ({ template, own, version }: InUse): TemplateHead => ({
  templateId: template.id,
  version,
  kind: template.kind,
  name: template.name,
  about: template.about,
  own,
  asks: (template.ask ?? []).map(({ id, label, required }) => ({ id, label, required: required === true })),
})

export const readTemplate = async (
  tx: Transaction,
  session: Session,
  kind: DocumentKind,
): Promise<TemplateText> => {
  const found = (await templatesInUse(tx, session)).get(kind)
  if (!found) throw new Problem('not-found', 'There is no template of this kind.')
  const versions = await readVersions(tx, session.actor.agencyId, kind)
  return { head: headOf(found), text: found.text, versions, problems: [] }
}

/** Versions shown at most; all of them stay in the database. */
const versionsShownMax = 50

type VersionRow = {
  version: number
  by: string
  at: Date
  because: string
  text: string
  dropped_by: string | null
  dropped_at: Date | null
  dropped_because: string | null
}

const readVersions = async (
  tx: Transaction,
  agencyId: string,
  kind: DocumentKind,
): Promise<TemplateVersion[]> => {
  const rows = await tx.prepared<VersionRow>(
    'document-template-versions',
    `select t.version, p.name as by, t.at, t.because, t.text, d.name as dropped_by, t.dropped_at, t.dropped_because
     from document_template t join person p using (person_id) left join person d on d.person_id = t.dropped_by
     where t.agency_id = $1 and t.kind = $2 order by t.version desc limit $3`,
    [agencyId, kind, versionsShownMax],
  )
  return rows.map(({ version, by, at, because, text, dropped_by, dropped_at, dropped_because }) => ({
    version,
    by,
    at: at.toISOString(),
    because,
    text,
    ...(dropped_by !== null && dropped_at !== null
      ? { dropped: { by: dropped_by, at: dropped_at.toISOString(), because: dropped_because ?? '' } }
      : {}),
  }))
}

/**
 * Puts the agency's own text in use. A faulty text is told by line and not stored: what is in use stays so.
 * @throws Problem too-large
 */
export const saveTemplate = async (
  tx: Transaction,
  session: Session,
  wish: { kind: DocumentKind; text: string; because: string },
  now: Date,
): Promise<TemplateText> => {
  const parsed = parseTemplate(wish.text)
  const before = await readTemplate(tx, session, wish.kind)
  if (!parsed.ok) return { ...before, text: wish.text, problems: parsed.problems }
  if (parsed.template.kind !== wish.kind)
    return {
      ...before,
      text: wish.text,
      problems: [{ path: '/kind', message: `must be "${wish.kind}", the kind it is put in use for` }],
    }
  // One at a time per agency: two would take the same version.
  await tx.prepared('document-template-lock', 'select pg_advisory_xact_lock(7415005, hashtext($1))', [
    session.actor.agencyId,
  ])
  const [next] = await tx.prepared<{ version: number }>(
    'document-template-next',
    'select coalesce(max(version), 0) + 1 as version from document_template where agency_id = $1 and kind = $2',
    [session.actor.agencyId, wish.kind],
  )
  const version = next?.version ?? 1
  if (version > versionsMax) throw new Problem('too-large', `A template has ${versionsMax} versions at most.`)
  await tx.prepared(
    'document-template-add',
    'insert into document_template (agency_id, kind, version, person_id, text, because, at) values ($1, $2, $3, $4, $5, $6, $7)',
    [session.actor.agencyId, wish.kind, version, session.personId, wish.text, wish.because, now],
  )
  await record(tx, now, {
    action: 'document.template-saved',
    object: { kind: 'document-template', id: wish.kind.replaceAll(' ', '-') },
    details: { version },
  })
  return readTemplate(tx, session, wish.kind)
}

/** Goes back to the shipped template; the agency's versions stay. */
export const dropTemplate = async (
  tx: Transaction,
  session: Session,
  wish: { kind: DocumentKind; because: string },
  now: Date,
): Promise<TemplateText> => {
  await tx.prepared(
    'document-template-drop',
    `update document_template set dropped_at = $3, dropped_by = $4, dropped_because = $5
     where agency_id = $1 and kind = $2 and dropped_at is null`,
    [session.actor.agencyId, wish.kind, now, session.personId, wish.because],
  )
  await record(tx, now, {
    action: 'document.template-dropped',
    object: { kind: 'document-template', id: wish.kind.replaceAll(' ', '-') },
  })
  return readTemplate(tx, session, wish.kind)
}
