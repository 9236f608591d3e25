import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Checklist, ChecklistFile, GuidanceNote } from '@opentipline/contract'
import { assembleChecklists, readGuidanceYaml } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'

const dataDir = join(import.meta.dirname, '../../../../../data')

/** What is shipped: read once, when the server starts. */
export type ChecklistBook = {
  asOf: string
  lists: readonly Checklist[]
  guidance: { asOf: string; notes: GuidanceNote[] }
}

/** Reads `data/checklists` and `data/guidance`. @throws Error naming file and line of what may not load, such as an uncited item */
export const openChecklistBook = async (): Promise<ChecklistBook> => {
  const folder = join(dataDir, 'checklists')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted()
  const files = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })),
  )
  const guidance = readGuidanceYaml(await readFile(join(dataDir, 'guidance', 'notes.yaml'), 'utf8'))
  if (!guidance.ok) {
    const [first] = guidance.problems
    throw new Error(`data/guidance/notes.yaml line ${first?.line ?? '?'}: ${first?.path} ${first?.message}`)
  }
  return { ...assembleChecklists(files), guidance: { asOf: guidance.asOf, notes: guidance.notes } }
}

export type OwnLayer = { version: number; source_text: string; body: ChecklistFile }

/** The newest version of an agency's own layer, or undefined. */
export const readOwnLayer = async (tx: Transaction, agencyId: string): Promise<OwnLayer | undefined> => {
  const rows = await tx.prepared<OwnLayer>(
    'checklists-own',
    'select version, source_text, body from agency_checklist where agency_id = $1 order by version desc limit 1',
    [agencyId],
  )
  return rows[0]
}
