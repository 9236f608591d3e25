import type { DecisionKind } from '@opentipline/contract'

type Rule = { kinds: readonly string[]; topBands: number }

/**
 * Whether an agency's rule asks for a second person on a decision. `bandRank` counts from 0, the highest band; `topBands` 0
 * is every band.
 */
export const asksCountersign = ({ kinds, topBands }: Rule, kind: DecisionKind, bandRank: number): boolean =>
  kinds.includes(kind) && (topBands === 0 || bandRank < topBands)
