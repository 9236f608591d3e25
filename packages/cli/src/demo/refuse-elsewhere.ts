import { createDeskClient, type DeskClient } from '@opentipline/client'
import type { DemoPerson } from '@opentipline/contract'
import { Refused } from '../exit.ts'

/** The demonstration's people of a server. Synthetic reports never go to a server that is not a demonstration. */
export const demoPeopleOf = async (
  address: string,
  client: DeskClient = createDeskClient({ baseUrl: address }),
): Promise<DemoPerson[]> => {
  const { demo, people } = await client.call('listDemoPeople', {})
  if (demo) return people
  throw new Refused(
    'failed',
    `The server at ${address} is no demonstration: synthetic reports would stand among real ones. Nothing was sent. Start one with: tipline serve --demo --data ANOTHER-FOLDER`,
  )
}
