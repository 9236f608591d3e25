import type { DestructionState, FileGate } from '@opentipline/contract'
import { sql } from 'kysely'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'
import type { LawBook } from '../law/index.ts'
import { type AuthorityOfFile, readAuthorities, standing } from './authorities-of.ts'
import { underWords } from './destruction-view.ts'
import { type AskGate, readGate, stated } from './gate.ts'
import { loadFiles, loadTip, type TipFile } from './tip-file.ts'

type Seen = { file_id: string; last_at: Date; times: string }
type OpenIncident = { file_id: string; kind: string; found_at: Date }

/** The files of a tip and what opening each depends on. Nothing is opened, and nothing of what is in them is told. */
export const listFiles = async (
  tx: Transaction,
  session: Session,
  tipId: string,
  law: LawBook,
  now: Date,
): Promise<{ files: FileGate[] }> => {
  const tip = await loadTip(tx, session, tipId)
  const files = await loadFiles(tx, tip)
  const ask = await readGate(tx, law, session.actor.agencyId, now)
  const authorities = await readAuthorities(tx, tipId)
  const ids = files.map(({ file }) => file.fileId)
  const seen = await tx.prepared<Seen>('files-seen', 'select * from seen_at_agency($1::text[])', [ids])
  const incidents = await tx.rows(
    q
      .selectFrom('incident')
      .where('report_id', '=', tip.reportId)
      .where('resolved_at', 'is', null)
      .select(['file_id', 'kind', 'found_at']),
  )
  const destructions = await tx.rows(
    q
      .selectFrom('file_destruction as d')
      .innerJoin('person as p', 'p.person_id', 'd.proposed_by')
      .where('d.report_id', '=', tip.reportId)
      .where('d.state', 'not in', ['withdrawn', 'refused'])
      .select(['d.file_id', 'd.destruction_id', 'd.state', 'd.basis', 'd.court', 'd.number', 'd.rule'])
      .select(['d.proposed_at', 'p.name as proposer'])
      .select(sql<string | null>`d.dated::text`.as('dated')),
  )
  return {
    files: files.map((file) => ({
      ...gateView(file, ask, authorities, seen, incidents),
      ...destructionOf(file, destructions),
    })),
  }
}

type Destruction = Parameters<typeof underWords>[0] & {
  file_id: string
  destruction_id: string
  state: DestructionState
  proposed_at: Date
  proposer: string
}

/** That a file is gone and under what, or that somebody proposes it. */
const destructionOf = (
  { file, kept }: TipFile,
  destructions: readonly Destruction[],
): Pick<FileGate, 'destroyed' | 'proposed'> => {
  const found = destructions.find((row) => row.file_id === file.fileId)
  if (!found) return {}
  const { destruction_id: destructionId } = found
  if (kept?.destroyedAt)
    return {
      destroyed: {
        at: kept.destroyedAt.toISOString(),
        under: underWords(found),
        destructionId,
        certified: found.state === 'done',
      },
    }
  return { proposed: { destructionId, by: found.proposer, at: found.proposed_at.toISOString() } }
}

const gateView = (
  { file, kept }: TipFile,
  ask: AskGate,
  authorities: readonly AuthorityOfFile[],
  seen: readonly Seen[],
  incidents: readonly OpenIncident[],
): FileGate => {
  const gate = ask(file)
  const here = kept !== undefined && kept.destroyedAt === null
  const looked = seen.find((row) => row.file_id === file.fileId)
  const incident = incidents.find((row) => row.file_id === file.fileId)
  return {
    fileId: file.fileId,
    held: here ? 'here' : kept ? 'destroyed' : 'not sent',
    ...(kept ? { sizeBytes: kept.sizeBytes } : {}),
    viewState: file.viewState,
    publiclyAvailable: stated(file.publiclyAvailable),
    gate,
    authorities: authorities.filter((each) => each.fileId === file.fileId).map((each) => each.authority),
    mayOpen:
      here && (gate.answer === 'no warrant needed' || standing(authorities, file.fileId) !== undefined),
    seen: looked ? { lastAt: looked.last_at.toISOString(), times: Number(looked.times) } : null,
    incident: incident ? { kind: incident.kind, foundAt: incident.found_at.toISOString() } : null,
  }
}
