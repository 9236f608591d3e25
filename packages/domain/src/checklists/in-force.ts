import type {
  Checklist,
  ChecklistFile,
  ChecklistInForce,
  ChecklistRequirement,
  DecisionKind,
  Signal,
  TipChecklist,
} from '@opentipline/contract'

type Three = TipChecklist['applies']

/** The lists that hold at an agency: the shipped ones, with its own in their place, beside them, or behind their items. */
export const checklistsInForce = (
  shipped: readonly Checklist[],
  own: ChecklistFile | null,
): ChecklistInForce[] => {
  const replaced = new Set(own?.lists.flatMap(({ instead }) => instead ?? []))
  const added = (id: string) => (own?.adds ?? []).filter(({ to }) => to === id).flatMap(({ items }) => items)
  const held = (list: Checklist, isOwn: boolean): ChecklistInForce => ({
    list: { ...list, items: [...list.items, ...added(list.id)] },
    own: isOwn,
    ownItems: (isOwn ? [...list.items, ...added(list.id)] : added(list.id)).map(({ id }) => id),
  })
  return [
    ...shipped.filter(({ id }) => !replaced.has(id)).map((list) => held(list, false)),
    ...(own?.lists ?? []).map((list) => held(list, true)),
  ]
}

/**
 * Whether a list is for a report, by its signals: true where any of them is, false where all are known not to be, and
 * otherwise unknown. A signal that was not read is unknown too.
 */
export const appliesTo = (
  list: Pick<Checklist, 'whenAny'>,
  signals: readonly Pick<Signal, 'name' | 'value'>[],
): { applies: Three; because: { signal: string; value: Three }[] } => {
  const because = list.whenAny.map((signal) => ({
    signal,
    value: signals.find(({ name }) => name === signal)?.value ?? ('unknown' as const),
  }))
  const values = because.map(({ value }) => value)
  const applies = values.includes('true') ? 'true' : values.includes('unknown') ? 'unknown' : 'false'
  return { applies, because }
}

/** Lists for the report first, then those that may be, then the others; within each as they come. */
export const inReadingOrder = <T extends { applies: Three }>(lists: readonly T[]): T[] => {
  const rank: Record<Three, number> = { true: 0, unknown: 1, false: 2 }
  return lists.toSorted((a, b) => rank[a.applies] - rank[b.applies])
}

/**
 * What an agency's own rules still ask for before a decision of this kind. Only a list that is known to be for the report
 * asks: what cannot be told blocks nothing.
 */
export const stillRequired = (
  lists: readonly Pick<TipChecklist, 'list' | 'applies' | 'ticks'>[],
  requires: readonly ChecklistRequirement[],
  kind: DecisionKind,
): ChecklistRequirement[] =>
  requires.filter(
    ({ list, item, before }) =>
      before.includes(kind) &&
      lists.some(
        (each) => each.list.id === list && each.applies === 'true' && each.ticks[item]?.[0]?.done !== true,
      ),
  )
