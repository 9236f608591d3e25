import type { KeyboardEvent } from 'react'
import { letterKeysOn, meaningOf } from '../platform/preferences.ts'

export type Bindings = Readonly<Record<string, () => void>>

const typing = 'input:not([type="radio"]):not([type="checkbox"]), textarea, select, [contenteditable="true"]'
const isTyping = (target: EventTarget): boolean => target instanceof Element && target.matches(typing)
const isLetter = (key: string): boolean => key.length === 1

/**
 * A handler for single keys, to be put on the part that must have the focus for them to act (WCAG 2.1.4):
 * never with a modifier, never while somebody types, and letters not at all where they are switched off.
 * `bindings` names the usual keys; a person may have others for the same.
 */
export const onKeys =
  (bindings: Bindings) =>
  (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    const key = isLetter(event.key) ? meaningOf(event.key) : event.key
    const act = key !== undefined && Object.hasOwn(bindings, key) ? bindings[key] : undefined
    if (!act || isTyping(event.target)) return
    if (isLetter(event.key) && !letterKeysOn()) return
    event.preventDefault()
    act()
  }

const keysAsked = 'tipline:keys'
/** Asks for the list of keys, from a part that has the focus. */
export const askForKeys = (): void => void window.dispatchEvent(new Event(keysAsked))
export const onKeysAsked = (act: () => void): (() => void) => {
  window.addEventListener(keysAsked, act)
  return () => window.removeEventListener(keysAsked, act)
}
