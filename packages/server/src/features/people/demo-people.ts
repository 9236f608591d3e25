import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { roles } from '@opentipline/contract'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { parse } from 'yaml'
import { q } from '../../db/query.ts'
import type { Services } from '../../platform/services.ts'
import { record } from '../ledger/index.ts'

const file = join(import.meta.dirname, '../../../../../data/demo/people.yaml')
const text = Type.String({ minLength: 1 })
const schema = Compile(
  Type.Object({
    people: Type.Array(
      Type.Object({ id: text, name: text, role: Type.Enum(roles), agency: text, about: text }),
    ),
  }),
)

/** Makes the demonstration's people, marked as such for ever; those that are there stay as they are. */
export const ensureDemoPeople = async (services: Pick<Services, 'database' | 'now'>): Promise<void> => {
  const value: unknown = parse(await readFile(file, 'utf8'))
  if (!schema.Check(value)) throw new Error('data/demo/people.yaml is not a list of people')
  const { people } = value
  await services.database.transaction(
    { role: 'tipline_admin', kind: 'operator', name: 'start' },
    async (tx) => {
      const known = await tx.rows(q.selectFrom('person').where('demo', '=', true).select('person_id'))
      const missing = people.filter((person) => !known.some((row) => row.person_id === person.id))
      for (const [index, person] of missing.entries()) {
        // A millisecond apart, so that the list keeps the file's order.
        const created_at = new Date(services.now().getTime() + index)
        await tx.rows(
          q
            .insertInto('person')
            .values({ person_id: person.id, name: person.name, demo: true, about: person.about, created_at }),
        )
        await tx.rows(
          q
            .insertInto('membership')
            .values({ person_id: person.id, agency_id: person.agency, role: person.role }),
        )
        await record(tx, services.now(), {
          action: 'person.added',
          object: { kind: 'person', id: person.id },
          details: { agency: person.agency, role: person.role, demo: true },
        })
      }
    },
  )
}
