import type { Forum, LawEntry, LawView } from '@opentipline/contract'
import { circuitOf, type LawPack, withOwnLayer } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import { readShippedLaw } from './shipped.ts'

/** The pack and the forum that hold at an agency, in one answer: what a gate is asked of. */
export type AgencyLaw = {
  pack: LawPack
  forum: Forum | null
  forumBasis: LawView['forumBasis']
  /** Of the agency's own layer; 0 where it has none. Beside the pack's day it tells what was in force. */
  version: number
}

export type LawBook = {
  shipped: LawPack
  /** What holds at an agency, as this transaction sees it. */
  forAgency(tx: Transaction, agencyId: string): Promise<AgencyLaw>
}

/** Reads the shipped pack once; an agency's own layer is read whenever it is asked for. */
export const openLawBook = async (): Promise<LawBook> => {
  const shipped = await readShippedLaw()
  return { shipped, forAgency: (tx, agencyId) => readAgencyLaw(shipped, tx, agencyId) }
}

export type OwnRow = {
  version: number
  forum_state: string | null
  forum_circuit: string | null
  forum_courts: Forum['courts'] | null
  source_text: string
  entries: LawEntry[]
}

/** The newest version of an agency's own layer, or undefined. */
export const readOwn = async (tx: Transaction, agencyId: string): Promise<OwnRow | undefined> => {
  const rows = await tx.prepared<OwnRow>(
    'law-own',
    `select version, forum_state, forum_circuit, forum_courts, source_text, entries from agency_law
     where agency_id = $1 order by version desc limit 1`,
    [agencyId],
  )
  return rows[0]
}

/** The forum a version names, or null. */
export const forumOf = (row: Pick<OwnRow, 'forum_state' | 'forum_circuit' | 'forum_courts'>): Forum | null =>
  row.forum_state !== null && row.forum_courts !== null
    ? { state: row.forum_state, circuit: row.forum_circuit, courts: row.forum_courts }
    : null

const readAgencyLaw = async (shipped: LawPack, tx: Transaction, agencyId: string): Promise<AgencyLaw> => {
  const own = await readOwn(tx, agencyId)
  const set = own ? forumOf(own) : null
  const assumed = set ? null : await fromServiceArea(shipped, tx, agencyId)
  return {
    pack: own ? withOwnLayer(shipped, own.entries) : shipped,
    forum: set ?? assumed,
    forumBasis: set ? 'set' : assumed ? 'service area' : 'not known',
    version: own?.version ?? 0,
  }
}

/** An agency that works in one state has its forum there, and may go to either court. Nothing more is assumed. */
const fromServiceArea = async (
  shipped: LawPack,
  tx: Transaction,
  agencyId: string,
): Promise<Forum | null> => {
  const [agency] = await tx.prepared<{ area: string | null; kind: string }>(
    'law-area',
    'select area, kind from agency where agency_id = $1',
    [agencyId],
  )
  const isLocal = agency?.kind === 'task force' || agency?.kind === 'affiliate'
  const circuit = isLocal && agency.area !== null ? circuitOf(shipped, agency.area) : null
  return circuit && agency?.area ? { state: agency.area, circuit: circuit.id, courts: 'either' } : null
}
