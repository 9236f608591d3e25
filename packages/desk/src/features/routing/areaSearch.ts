export type AreaSearch = { where?: string; in?: string; on?: string }

const fits = (value: unknown, pattern: RegExp): string | undefined =>
  pattern.test(String(value ?? '')) ? String(value) : undefined

/** Which place the address asks for; anything else in it is passed over. */
export const readAreaSearch = (search: Record<string, unknown>): AreaSearch => {
  const where = fits(search['where'], /^.{1,100}$/)
  const state = fits(search['in'], /^[A-Z]{2}$/)
  const on = fits(search['on'], /^\d{4}-\d{2}-\d{2}$/)
  return { ...(where && { where }), ...(state && { in: state }), ...(on && { on }) }
}

/** What the server is asked for it; undefined where it names no place yet. */
export const servingQuery = (search: AreaSearch) => {
  const { where, in: state, on } = search
  const day = on ? { on } : {}
  if (where && /^\d{5}$/.test(where.trim())) return { postalCode: where.trim(), ...day }
  if (state) return { state, ...(where?.trim() ? { city: where.trim() } : {}), ...day }
  return undefined
}
