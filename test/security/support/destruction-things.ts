/** A request to destroy a file that waits for a second person: a part of `things.ts`. */
import type { OperationName } from '@opentipline/contract'
import type { TestServer } from '../../support/server.ts'
import type { Member, Place } from './staff.ts'

type Prepare = (who: Member) => Promise<Record<string, string>>
type Things = {
  bodies: Partial<Record<OperationName, unknown>>
  prepare: Partial<Record<OperationName, Prepare>>
}

const because = 'Synthetic reason 1'

/** Wisconsin's for whoever is of an agency; the clearinghouse has its own. */
const house = (who: Member): Place => (who.place === 'clearinghouse' ? 'clearinghouse' : 'wi-wisconsin')

export const destructionThings = (server: TestServer, fileId: string): Things => {
  const make = async (place: Place, by: string): Promise<Record<string, string>> => {
    const { database } = server
    await database.query('delete from file_destruction')
    const [made] = await database.query<{ id: string }>(
      `insert into file_destruction (file_id, report_id, agency_id, basis, rule, because, proposed_by)
       select file_id, report_id, $2, 'retention rule', 'x', 'x', $3 from file where file_id = $1 returning destruction_id as id`,
      [fileId, place, by],
    )
    return { destructionId: made?.id ?? '' }
  }
  const byAnother: Prepare = (who) => make(house(who), `auditor-${house(who)}`)
  const byThem: Prepare = (who) =>
    make(house(who), who.place === house(who) ? who.personId : `officer-${house(who)}`)
  return {
    bodies: {
      proposeDestruction: { basis: 'retention rule', rule: 'Synthetic schedule 1', because },
      decideDestruction: { verdict: 'refused', because },
      withdrawDestruction: { because },
    },
    prepare: {
      proposeDestruction: byThem,
      decideDestruction: byAnother,
      withdrawDestruction: byThem,
      readDestructionCertificate: byAnother,
    },
  }
}
