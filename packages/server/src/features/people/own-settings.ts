import type { OwnSettings, OwnSettingsView } from '@opentipline/contract'
import { keyFaults } from '@opentipline/domain'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'

/** How the person has their desk; row security shows them nobody else's. */
export const readOwnSettings = async (tx: Transaction, session: Session): Promise<OwnSettingsView> => {
  const row = await tx.maybe(
    q.selectFrom('own_settings').where('person_id', '=', session.personId).select('settings'),
  )
  return { settings: row?.settings ?? null }
}

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/**
 * Keeps how the person has their desk.
 * @throws Problem bad-request where one key would do two things, or the time zone is none
 */
export const setOwnSettings = async (
  tx: Transaction,
  session: Session,
  wish: OwnSettings,
  now: Date,
): Promise<OwnSettings> => {
  if (wish.timeZone !== null && !isTimeZone(wish.timeZone))
    throw new Problem('bad-request', `There is no time zone "${wish.timeZone}".`, [
      { path: '/body/timeZone', message: 'is no name of a time zone, such as America/Chicago' },
    ])
  const [fault] = keyFaults(wish.keys)
  if (fault)
    throw new Problem(
      'bad-request',
      `The key "${fault.key}" would do two things: ${fault.actions.join(' and ')}.`,
      [{ path: '/body/keys', message: `${fault.key} stands for ${fault.actions.join(' and ')}` }],
    )
  const columns = { settings: JSON.stringify(wish), changed_at: now }
  await tx.rows(
    q
      .insertInto('own_settings')
      .values({ person_id: session.personId, ...columns })
      .onConflict((clash) => clash.column('person_id').doUpdateSet(columns)),
  )
  await record(tx, now, { action: 'own-settings.changed', object: { kind: 'person', id: session.personId } })
  return wish
}
