import type { UnknownEntry } from '@opentipline/contract'
import { touchesLabel } from '../label/label-of.ts'
import type { CompiledPolicy } from '../policy/compile.ts'
import { FALSE, TRUE, type Tri, UNKNOWN } from '../policy/condition.ts'
import type { SignalDefinition } from '../signals/facts.ts'
import { signalRegistry } from '../signals/registry.ts'
import { type Standing, scoresWith, standingOf } from './standing.ts'

type Turn = UnknownEntry['ifTrue']

const shown = ({ policy }: CompiledPolicy, { risk, actionability, rank, lane }: Standing): Turn => ({
  band: policy.bands[rank]?.id ?? '',
  risk,
  actionability,
  lane,
})

function turned(
  compiled: CompiledPolicy,
  values: Uint8Array,
  now: Standing,
  index: number,
  to: Tri,
): Standing {
  const changed = scoresWith(compiled, now, values, index, to)
  const floorRank = compiled.touches[index]?.floors === true ? undefined : now.floorRank
  const label = touchesLabel(index) ? undefined : now.label
  values[index] = to
  const standing = standingOf(compiled, changed, values, { floorRank, label })
  values[index] = UNKNOWN
  return standing
}

const points = (a: Standing['risk'], b: Standing['risk']): number =>
  Math.abs(a.low - b.low) + Math.abs(a.high - b.high)

/** How far a report moves: bands first, then lanes, then points at either end. */
function moveOf(from: Standing, to: Standing): number {
  const bands = Math.abs(from.rank - to.rank) * 1e9
  const lane = from.lane === to.lane && from.label === to.label ? 0 : 1e8
  return bands + lane + points(from.risk, to.risk) + points(from.actionability, to.actionability)
}

function isRead({ touches }: CompiledPolicy, index: number): boolean {
  const touched = touches[index]
  return touched?.floors === true || (touched?.rules.length ?? 0) > 0 || touchesLabel(index)
}

function entryOf(definition: SignalDefinition, ifTrue: Turn, ifFalse: Turn): UnknownEntry {
  const { name, question, act, providerAdvice } = definition
  const entry = { signal: name, says: question, ifTrue, ifFalse, act }
  return providerAdvice === undefined ? entry : { ...entry, providerAdvice }
}

/**
 * Each unknown signal that would move the report if it were known: where it would stand either way, and the act that
 * finds out. Largest move first; equal moves in the registry's order.
 */
export function whatIf(compiled: CompiledPolicy, values: Uint8Array, now: Standing): UnknownEntry[] {
  const moves: { move: number; entry: UnknownEntry }[] = []
  for (const [index, definition] of signalRegistry.entries()) {
    if (values[index] !== UNKNOWN || !isRead(compiled, index)) continue
    const ifTrue = turned(compiled, values, now, index, TRUE)
    const ifFalse = turned(compiled, values, now, index, FALSE)
    const move = Math.max(moveOf(now, ifTrue), moveOf(now, ifFalse))
    if (move > 0)
      moves.push({ move, entry: entryOf(definition, shown(compiled, ifTrue), shown(compiled, ifFalse)) })
  }
  return moves.toSorted((a, b) => b.move - a.move).map(({ entry }) => entry)
}
