/** Whoever may work here, and what the design says of each operation that one of them asks for over HTTP. */
import assert from 'node:assert/strict'
import { type OperationName, operations } from '@opentipline/contract'
import type { TestServer } from '../../support/server.ts'
import { type Answer, oracle, type Standing } from '../oracle.ts'
import { type Member, type Place, staffOf } from './staff.ts'
import { signedInOperations } from './table-differences.ts'
import { askerOf, type Reply } from './things.ts'

const placeStanding: Record<Place, Standing> = {
  'wi-wisconsin': 'own agency',
  'wa-washington': 'other agency',
  clearinghouse: 'clearinghouse',
}
/** Engineers are of a provider: of the things' own, of another, and at the clearinghouse of none. */
const engineerStanding: Record<Place, Standing> = {
  'wi-wisconsin': 'own provider',
  'wa-washington': 'other provider',
  clearinghouse: 'none',
}
const standingOf = ({ role, place }: Member): Standing =>
  (role === 'provider engineer' ? engineerStanding : placeStanding)[place]

/** 400 and 409 are told to those who may: they were let in and something else was wrong. */
const answerOf = ({ status, text }: Reply): Answer => {
  if (status === 403) return 'refused'
  if (status === 404) return 'hidden'
  assert.ok([200, 400, 409, 422].includes(status), `${status} ${text}`)
  return 'done'
}

/** What the design says that somebody is told. */
export const wanted = (operation: OperationName, who: Member): Answer =>
  oracle(operation, who.role, standingOf(who))

/** Ending a session ends the asking: it is looked at by itself. */
export const repeatable: readonly OperationName[] = signedInOperations.filter((name) => name !== 'endSession')

/** The people, the things that are asked about, and the ways to ask. */
export const openCrossing = async (server: TestServer) => {
  const staff = await staffOf(server)
  const ask = await askerOf(server, staff)

  /** On a busy machine all of this takes longer than a proof of who somebody is lasts. */
  const proveAll = () => server.database.query('update session set proven_at = now()')

  const check = async (operation: OperationName, who: Member): Promise<string[]> => {
    const reply = await ask({ operation, who })
    const told = answerOf(reply)
    const asDesigned = wanted(operation, who)
    return told === asDesigned
      ? []
      : [
          `${operation}, ${who.role} at ${who.place}: ${told} and not ${asDesigned} (${reply.text.slice(0, 200)})`,
        ]
  }

  /**
   * Whether a call is in nobody's way: a refusal changes nothing, nor does a reading. What has something to be prepared, or changes
   * something, is asked alone; a refusal that is none is found all the same, since its answer is another.
   */
  const isInNobodysWay = (operation: OperationName, who: Member): boolean =>
    !ask.isPrepared(operation) &&
    (operations[operation].method === 'GET' || wanted(operation, who) === 'refused')

  return { staff, ask, proveAll, check, isInNobodysWay }
}
