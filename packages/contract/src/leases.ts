/** Who is on a tip. */
import { type Static, Type } from 'typebox'

/** Somebody who works on tips at the agency. */
export const Colleague = Type.Object({ personId: Type.String(), name: Type.String() })
export type Colleague = Static<typeof Colleague>

/** Whose tip it is within the agency. */
export const Assigned = Type.Object({ name: Type.String(), own: Type.Boolean() })
export type Assigned = Static<typeof Assigned>

export const LeaseView = Type.Object({
  by: Type.String(),
  /** Whether it is the signed-in person's own. */
  own: Type.Boolean(),
  /** ISO UTC. It ends then by itself. */
  until: Type.String(),
})
export type LeaseView = Static<typeof LeaseView>
