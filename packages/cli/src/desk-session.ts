import { createDeskClient, DeskProblem, type DeskClient, Unreachable } from '@opentipline/client'
import { signInAs } from './demo/desk-person.ts'
import { Refused } from './exit.ts'
import { whyUnreachable } from './unreachable.ts'

/**
 * A desk client that acts as a person. Only demonstration people can be signed in as from a command: others sign in at
 * the desk with their own credential, which a command line has no business to hold.
 */
export const deskAs = async (
  address: string,
  person: string | undefined,
  atDesk: string,
): Promise<DeskClient> => {
  const { demo, people } = await createDeskClient({ baseUrl: address }).call('listDemoPeople', {})
  if (!demo)
    throw new Refused(
      'failed',
      `This needs a signed-in person, and people sign in at the desk with their own credential, not here. ${atDesk}`,
    )
  const known = people.map(({ personId }) => personId)
  if (person === undefined || !known.includes(person))
    throw new Refused(
      'usage',
      `Say as whom, since what is shown and kept depends on it: --as ${known.join(' | ')}`,
    )
  return signInAs(address, person)
}

/** Turns what the desk at `address` answers, or why it does not, into a sentence with the right exit code; anything else passes. */
export const inWords = (error: unknown, address: string): unknown => {
  if (error instanceof Unreachable) return new Refused('failed', whyUnreachable(address, error))
  if (!(error instanceof DeskProblem)) return error
  const { detail, title, at } = error.problem
  const where = (at ?? []).map(
    ({ path, line, column, message }) =>
      `\n  ${line === undefined ? (path ?? '') : `line ${line}, column ${column ?? 1}`}: ${message}`,
  )
  const refused = error.problem.status < 500
  return new Refused(refused ? 'refused' : 'failed', `${detail ?? title}${where.join('')}`)
}
