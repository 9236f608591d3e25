import type { DemoPerson, QueueLane } from '@opentipline/contract'
import { signInAs } from '../demo/desk-person.ts'

/** A person one can sign in as, with what waits for them where they have a queue. */
export type PersonToTell = { personId: string; name: string; role: string; agency: string; sees: string }

const laneWords: readonly (readonly [QueueLane, string])[] = [
  ['now', 'to read now'],
  ['work', 'to work'],
  ['enrich', 'to enrich'],
  ['informational', 'informational'],
]

const sees = async (address: string, person: DemoPerson): Promise<string> => {
  if (person.role !== 'officer' && person.role !== 'agency supervisor') return person.about
  const desk = await signInAs(address, person.personId)
  const { counts } = await desk.call('listTips', { query: { limit: 1 } })
  const told = laneWords.flatMap(([lane, words]) => (counts[lane] ? [`${counts[lane]} ${words}`] : []))
  await desk.call('endSession', {})
  return `${person.about} Tips: ${told.length > 0 ? told.join(', ') : 'none'}.`
}

/** What each person of the demonstration will find, asked of the server as that person. */
export const peopleToTell = (address: string, people: readonly DemoPerson[]): Promise<PersonToTell[]> =>
  Promise.all(
    people.map(async (person) => ({
      personId: person.personId,
      name: person.name,
      role: person.role,
      agency: person.agency.name,
      sees: await sees(address, person),
    })),
  )
