import type { DemoPerson, QueueLane } from '@opentipline/contract'
import { signInAs } from '../demo/desk-person.ts'

/** A person one can sign in as. */
export type PersonToTell = {
  personId: string
  name: string
  role: string
  agency: string
  about: string
  /** What waits in the queue of the person's agency, in words; null where they have none. */
  tips: string | null
}

const laneWords: readonly (readonly [QueueLane, string])[] = [
  ['now', 'to read now'],
  ['work', 'to work'],
  ['enrich', 'to enrich'],
  ['informational', 'informational'],
  ['held', 'held'],
  ['done', 'decided'],
]

const queueOf = async (address: string, person: DemoPerson): Promise<string | null> => {
  if (person.role !== 'officer' && person.role !== 'agency supervisor') return null
  const desk = await signInAs(address, person.personId)
  const { counts } = await desk.call('listTips', { query: { limit: 1 } })
  await desk.call('endSession', {})
  const told = laneWords.flatMap(([lane, words]) => (counts[lane] ? [`${counts[lane]} ${words}`] : []))
  return told.length > 0 ? told.join(', ') : 'none'
}

/** What each person of the demonstration will find, asked of the server as that person. */
export const peopleToTell = async (
  address: string,
  people: readonly DemoPerson[],
): Promise<PersonToTell[]> => {
  const told: PersonToTell[] = []
  for (const person of people)
    told.push({
      personId: person.personId,
      name: person.name,
      role: person.role,
      agency: person.provider ?? person.agency.name,
      about: person.about,
      tips: await queueOf(address, person),
    })
  return told
}
