import { useState } from 'react'

/**
 * Tips that were chosen in a list: one by one, or all that the filters let through, loaded or not. `anchor` is where a range
 * begins.
 */
export type Selection = { ids: ReadonlySet<string>; all: boolean; anchor: string | undefined }
export const nothing: Selection = { ids: new Set(), all: false, anchor: undefined }

/** One more or one less. Whoever takes one out of all is left with those that are loaded, without it. */
export const toggled = (selection: Selection, order: readonly string[], id: string): Selection => {
  const ids = new Set(selection.all ? order : selection.ids)
  if (!ids.delete(id)) ids.add(id)
  return { ids, all: false, anchor: id }
}

/** All from the anchor to this one, both included. Without an anchor it is this one alone. */
export const ranged = (selection: Selection, order: readonly string[], id: string): Selection => {
  const from = order.indexOf(selection.anchor ?? id)
  const to = order.indexOf(id)
  if (from < 0 || to < 0) return toggled(selection, order, id)
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1)
  return { ids: new Set([...selection.ids, ...range]), all: false, anchor: selection.anchor ?? id }
}

/** How many are chosen, exactly: a bar that says a number acts on that number. */
export const chosenCount = (selection: Selection, total: number): number =>
  selection.all ? total : selection.ids.size

/** The selection of one list; another list begins without one. */
export const useSelection = (order: readonly string[]) => {
  const [selection, setSelection] = useState(nothing)
  return {
    selection,
    has: (id: string): boolean => selection.all || selection.ids.has(id),
    toggle: (id: string) => setSelection((before) => toggled(before, order, id)),
    range: (id: string) => setSelection((before) => ranged(before, order, id)),
    selectAll: () => setSelection({ ...nothing, all: true }),
    clear: () => setSelection(nothing),
  }
}
export type Selecting = ReturnType<typeof useSelection>
