/** What the operations on people are about: somebody of the asker's own house, and things of the asker's own. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { OperationName } from '@opentipline/contract'
import type { TestServer } from '../../support/server.ts'
import type { Member } from './staff.ts'

const because = 'Synthetic reason 1'
const signed = { id: 'synthetic-id', rawId: 'synthetic-id', type: 'public-key', clientExtensionResults: {} }
const challengeId = randomUUID()

export const peopleBodies: Partial<Record<OperationName, unknown>> = {
  finishProof: {
    challengeId,
    assertion: { ...signed, response: { clientDataJSON: '', authenticatorData: '', signature: '' } },
  },
  finishDevice: {
    challengeId,
    registration: { ...signed, response: { clientDataJSON: '', attestationObject: '' } },
    label: 'Synthetic key',
  },
  askDevice: { because },
  invitePerson: { name: 'Synthetic Person', role: 'auditor', because },
  changeRole: { role: 'auditor', because },
  bindSubject: { subject: 'synthetic-subject', because },
  recoverPerson: { because },
  endMembership: { because },
  decideChange: { approve: true },
}

type Prepare = (who: Member) => Promise<Record<string, string>>

export const peoplePreparations = (server: TestServer): Partial<Record<OperationName, Prepare>> => {
  const { database } = server
  /** A colleague of the asker, as an earlier asking may have left nobody. */
  const colleague: Prepare = async (who) => {
    const personId = `colleague-${who.place}`
    await database.query(
      `insert into person (person_id, name) values ($1, 'Colleague') on conflict do nothing`,
      [personId],
    )
    await database.query(
      `insert into membership (person_id, agency_id, role) values ($1, $2, 'provider engineer')
       on conflict (person_id, agency_id) do update set ended_at = null, role = excluded.role`,
      [personId, who.place],
    )
    return { personId }
  }
  const idOf = async (text: string, values: unknown[]): Promise<string> =>
    (await database.query<{ id: string }>(text, values))[0]?.id ?? ''
  return {
    changeRole: colleague,
    bindSubject: colleague,
    recoverPerson: colleague,
    unlockPerson: colleague,
    endMembership: colleague,
    decideChange: async (who) => {
      const { personId } = await colleague(who)
      await database.query('delete from access_change where person_id = $1', [personId])
      const changeId = await idOf(
        `insert into access_change (agency_id, person_id, kind, role, because, asked_by, asked_at)
         values ($1, $2, 'role', 'auditor', 'Synthetic', $3, now()) returning change_id as id`,
        [who.place, personId, `auditor-${who.place}`],
      )
      return { changeId }
    },
    endOwnSession: async (who) => ({
      sessionId: await idOf(
        `insert into session (person_id, agency_id, token_sha256, device_sha256, method, turned_at, proven_at)
         values ($1, $2, $3, $3, 'passkey', now(), now()) returning session_id as id`,
        [who.personId, who.place, randomBytes(32)],
      ),
    }),
    removePasskey: async (who) => ({
      passkeyId: await idOf(
        `insert into passkey (credential_id, person_id, public_key, counter, backed_up, label, created_at)
         values ($1, $2, 'x', 0, false, 'Synthetic', now()) returning passkey_id as id`,
        [randomUUID(), who.personId],
      ),
    }),
  }
}
