/** What changed on a tip, by voice. */
import { type Static, Type } from 'typebox'

const text = Type.String()
const value = Type.Enum(['true', 'false', 'unknown'] as const)

/** Changes of one revision that are told at most; their number is told whole. */
export const changesShownMax = 500

export const StatedChange = Type.Union([
  Type.Object({ at: text, kind: Type.Literal('added'), after: text }),
  Type.Object({ at: text, kind: Type.Literal('removed'), before: text }),
  Type.Object({ at: text, kind: Type.Literal('changed'), before: text, after: text }),
])
export type StatedChange = Static<typeof StatedChange>

export const Amendments = Type.Object({
  /** The provider’s voice: each later revision against the one before it, the newest first. */
  stated: Type.Array(
    Type.Object({
      revision: Type.Integer(),
      receivedAt: text,
      changes: Type.Array(StatedChange),
      changeCount: Type.Integer(),
    }),
  ),
  /** A machine’s voice: signals that read otherwise since, the newest first. */
  derived: Type.Array(Type.Object({ signal: text, question: text, before: value, after: value, at: text })),
})
export type Amendments = Static<typeof Amendments>
