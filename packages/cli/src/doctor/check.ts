/** What one check found. `todo` says what to do about a warning or a problem. */
export type Check =
  | { name: string; state: 'ok'; says: string }
  | { name: string; state: 'warning' | 'problem'; says: string; todo: string }

export const ok = (name: string, says: string): Check => ({ name, state: 'ok', says })
export const warning = (name: string, says: string, todo: string): Check => ({
  name,
  state: 'warning',
  says,
  todo,
})
export const problem = (name: string, says: string, todo: string): Check => ({
  name,
  state: 'problem',
  says,
  todo,
})

/** The words of an error, for a check that could not be made. */
export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
