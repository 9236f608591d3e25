import type { AuthorityRequest, FileAuthority } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { readAuthorities } from './authorities-of.ts'
import { loadTipFile } from './tip-file.ts'

/** Authorities on one tip at most: more are no longer read by anybody. */
const authoritiesMax = 200

/**
 * Records what an officer holds for one file. Nothing is assumed: what the kind needs must be stated.
 * @throws Problem not-found, bad-request, too-large
 */
export const recordFileAuthority = async (
  tx: Transaction,
  session: Session,
  place: { tipId: string; fileId: string },
  wish: AuthorityRequest,
  now: Date,
): Promise<FileAuthority> => {
  const { file, kept, tipId, reportId } = await loadTipFile(tx, session, place)
  if (!kept) throw new Problem('conflict', 'No bytes of this file are here: there is nothing to open.')
  refuseIncomplete(wish)
  if ((await readAuthorities(tx, tipId)).length >= authoritiesMax)
    throw new Problem('too-large', `A tip has ${authoritiesMax} authorities at most.`)
  const { authority_id } = await tx.one(
    q
      .insertInto('file_authority')
      .values({
        file_id: file.fileId,
        report_id: reportId,
        tip_id: tipId,
        agency_id: session.actor.agencyId,
        person_id: session.personId,
        kind: wish.kind,
        court: wish.court ?? null,
        number: wish.number ?? null,
        dated: wish.dated ?? null,
        returned_by: wish.returnedBy ?? null,
        given_by: wish.givenBy ?? null,
        note: wish.note,
        at: now,
      })
      .returning('authority_id'),
  )
  await record(tx, now, {
    action: 'file.authority-recorded',
    object: { kind: 'tip', id: tipId },
    details: { file: file.fileId, authority: authority_id, kind: wish.kind },
  })
  return readOne(tx, tipId, authority_id)
}

/** What each kind cannot do without. The database refuses the same. */
const needed: Record<AuthorityRequest['kind'], readonly ('court' | 'number' | 'dated' | 'givenBy')[]> = {
  warrant: ['court', 'number', 'dated'],
  consent: ['givenBy'],
  exigency: [],
  'counsel reading': ['givenBy'],
}

const refuseIncomplete = (wish: AuthorityRequest): void => {
  const at = needed[wish.kind]
    .filter((name) => wish[name] === undefined)
    .map((name) => ({ path: `/body/${name}`, message: `A ${wish.kind} is recorded with it.` }))
  for (const name of ['dated', 'returnedBy'] as const)
    if (wish[name] !== undefined && !isDay(wish[name]))
      at.push({ path: `/body/${name}`, message: 'There is no such day.' })
  if (at.length > 0)
    throw new Problem('bad-request', at.map((each) => `${each.path} ${each.message}`).join('; '), at)
}

export const isDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** Withdraws an authority. What was opened under it stays on record under it. @throws Problem not-found, conflict */
export const withdrawFileAuthority = async (
  tx: Transaction,
  session: Session,
  wish: { tipId: string; fileId: string; authorityId: string; because: string },
  now: Date,
): Promise<void> => {
  const { tipId, file } = await loadTipFile(tx, session, wish)
  const known = (await readAuthorities(tx, tipId)).find(
    (each) => each.fileId === file.fileId && each.authority.authorityId === wish.authorityId,
  )
  if (!known) throw new Problem('not-found', 'There is no such authority for this file.')
  const withdrawn = await tx.rows(
    q
      .updateTable('file_authority')
      .set({ withdrawn_at: now, withdrawn_by: session.personId, withdrawn_because: wish.because })
      .where('authority_id', '=', wish.authorityId)
      .where('withdrawn_at', 'is', null)
      .returning('authority_id'),
  )
  if (withdrawn.length === 0) throw new Problem('conflict', 'This authority was withdrawn already.')
  await record(tx, now, {
    action: 'file.authority-withdrawn',
    object: { kind: 'tip', id: tipId },
    details: { file: file.fileId, authority: wish.authorityId },
  })
}

const readOne = async (tx: Transaction, tipId: string, authorityId: string): Promise<FileAuthority> => {
  const found = (await readAuthorities(tx, tipId)).find((each) => each.authority.authorityId === authorityId)
  if (!found) throw new Error('an authority that was just recorded is not there')
  return found.authority
}
