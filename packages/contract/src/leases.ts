/** Who is on a tip. */
import { type Static, Type } from 'typebox'

export const LeaseView = Type.Object({
  by: Type.String(),
  /** Whether it is the signed-in person's own. */
  own: Type.Boolean(),
  /** ISO UTC. It ends then by itself. */
  until: Type.String(),
})
export type LeaseView = Static<typeof LeaseView>
