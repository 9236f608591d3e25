import type { Messages } from '../messages/en.ts'

const apart = (name: string): string => {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The name of a field in words; one without words of its own is taken apart at its capitals. */
export const fieldLabel = (name: string, t: Messages): string =>
  Object.hasOwn(t.fields, name) ? (t.fields[name] ?? name) : apart(name)

/** A flag in three states: stated yes, stated no, not stated. */
export const flagWords = (flag: boolean | undefined, t: Messages): string =>
  flag === undefined ? t.common.notStated : flag ? t.common.yes : t.common.no
