/** Finding the place on the page that an evidence pointer speaks of. */
const pointedMs = 4_000

const withoutLast = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'))

/** The element of a pointer, or of the nearest thing around it that the page shows. */
export const placeOf = (pointer: string, root: ParentNode = document): HTMLElement | undefined => {
  for (let at = pointer; at !== ''; at = at.startsWith('/') ? withoutLast(at) : '') {
    const found = root.querySelector<HTMLElement>(`[data-at="${CSS.escape(at)}"]`)
    if (found) return found
  }
  return undefined
}

const openAround = (element: HTMLElement): void => {
  for (let at: Element | null = element; at; at = at.parentElement)
    if (at instanceof HTMLDetailsElement) at.open = true
}

/** Scrolls to the place, gives it the focus and marks it for a moment. False where the page does not show it. */
export const pointTo = (pointer: string): boolean => {
  const place = placeOf(pointer)
  if (!place) return false
  openAround(place)
  if (!place.hasAttribute('tabindex')) place.tabIndex = -1
  place.scrollIntoView({ block: 'center' })
  place.focus({ preventScroll: true })
  place.classList.add('is-pointed')
  setTimeout(() => place.classList.remove('is-pointed'), pointedMs)
  return true
}
