import type { Forum, LawCheck, LawCourts, LawEntry, LawView } from '@opentipline/contract'
import { circuitOf, gateChanges, readLawYaml, withOwnLayer } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { forumOf, type LawBook, readOwn } from './book.ts'
import { effectOn } from './effect.ts'
import { readLaw } from './read.ts'

/** A layer without entries: what an agency has that only set its forum. */
const emptyLayer = (asOf: string): string => `asOf: "${asOf}"\nentries: []\n`

const read = (book: LawBook, text: string) =>
  readLawYaml(
    text,
    'own',
    book.shipped.entries.map(({ id }) => id),
  )

const today = (now: Date): string => now.toISOString().slice(0, 10)

/** What is wrong with a text, and which answers would change today if it were saved. */
export const checkOwnLaw = async (
  tx: Transaction,
  session: Session,
  book: LawBook,
  text: string,
  now: Date,
): Promise<LawCheck> => {
  const found = read(book, text)
  if (!found.ok) return { problems: found.problems, would: null }
  const agencyId = session.actor.agencyId
  const { pack, forum } = await book.forAgency(tx, agencyId)
  const after = withOwnLayer(book.shipped, found.entries)
  return {
    problems: [],
    would: await effectOn(tx, agencyId, gateChanges(pack, after, forum, today(now))),
  }
}

type Layer = { forum: Forum | null; text: string; entries: readonly LawEntry[] }
type Wish = { basedOn: number; because: string }

/** Keeps a new version of the agency's own layer. @throws Problem bad-request with lines, conflict */
export const saveOwnLaw = async (
  tx: Transaction,
  session: Session,
  book: LawBook,
  wish: Wish & { text: string },
  now: Date,
): Promise<LawView> => {
  const found = read(book, wish.text)
  if (!found.ok)
    throw new Problem(
      'bad-request',
      `The text cannot be used: ${found.problems.length} problem(s), the first in line ${found.problems[0]?.line ?? 1}.`,
      found.problems.map(({ path, message, line }) => ({
        path: '/body/text',
        message: `line ${line ?? 1}, ${path}: ${message}`,
      })),
    )
  await keep(tx, session, book, wish, now, (before) => ({
    forum: before.forum,
    text: wish.text,
    entries: found.entries,
  }))
  return readLaw(tx, session, book)
}

/** Sets the agency's forum. The circuit follows from the state. @throws Problem bad-request, conflict */
export const setForum = async (
  tx: Transaction,
  session: Session,
  book: LawBook,
  wish: Wish & { state: string; courts: LawCourts },
  now: Date,
): Promise<LawView> => {
  const circuit = circuitOf(book.shipped, wish.state)
  // American Samoa lies in no circuit, and is a forum all the same.
  if (!circuit && wish.state !== 'AS')
    throw new Problem('bad-request', 'There is no such state, district or territory.', [
      { path: '/body/state', message: 'must be the postal code of a state, district or territory' },
    ])
  const forum = { state: wish.state, circuit: circuit?.id ?? null, courts: wish.courts }
  await keep(tx, session, book, wish, now, (before) => ({ ...before, forum }))
  return readLaw(tx, session, book)
}

const keep = async (
  tx: Transaction,
  session: Session,
  book: LawBook,
  { basedOn, because }: Wish,
  now: Date,
  change: (before: Layer) => Layer,
): Promise<void> => {
  const agencyId = session.actor.agencyId
  // One writer at a time per agency: two would take the same version.
  await tx.prepared('law-lock', 'select pg_advisory_xact_lock(7415140, hashtext($1))', [agencyId])
  const own = await readOwn(tx, agencyId)
  if ((own?.version ?? 0) !== basedOn)
    throw new Problem('conflict', 'Somebody has saved another version meanwhile. Read it, then save yours.')
  const before = own
    ? { forum: forumOf(own), text: own.source_text, entries: own.entries }
    : { forum: null, text: emptyLayer(today(now)), entries: [] }
  const { forum, text, entries } = change(before)
  const version = basedOn + 1
  await tx.prepared(
    'law-save',
    `insert into agency_law (agency_id, version, forum_state, forum_circuit, forum_courts, source_text, entries, because,
       saved_by, saved_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      agencyId,
      version,
      forum?.state ?? null,
      forum?.circuit ?? null,
      forum?.courts ?? null,
      text,
      JSON.stringify(entries),
      because,
      session.personId,
      now,
    ],
  )
  await record(tx, now, {
    action: 'agency.law-changed',
    object: { kind: 'agency', id: agencyId },
    details: {
      version,
      entries: entries.length,
      forum: forum ? `${forum.state} ${forum.circuit ?? '-'} ${forum.courts}` : 'not set',
    },
  })
}
