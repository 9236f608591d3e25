export type PeriodSearch = { from?: string; to?: string }

const day = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined

/** The period that the address names; anything else in it is passed over. */
export const readPeriodSearch = (search: Record<string, unknown>): PeriodSearch => {
  const [from, to] = [day(search['from']), day(search['to'])]
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}
