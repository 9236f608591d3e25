import type { LedgerFilter } from '@opentipline/contract'

/** What of the ledger stands in the address, so that a search can be found again. Times are UTC to the minute. */
export type LedgerSearch = { [Part in keyof LedgerFilter]?: string }
export const ledgerParts = ['person', 'objectKind', 'objectId', 'action', 'from', 'to'] as const

const textMax = 256
const minute = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/

const readPart = (name: (typeof ledgerParts)[number], value: unknown): string | undefined => {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''
  if (text === '' || text.length > textMax) return undefined
  return (name === 'from' || name === 'to') && !minute.test(text) ? undefined : text
}

/** Reads an address anybody may have typed; what is not understood is left out. */
export const readLedgerSearch = (raw: Record<string, unknown>): LedgerSearch => {
  const search: LedgerSearch = {}
  for (const name of ledgerParts) {
    const value = readPart(name, raw[name])
    if (value !== undefined) search[name] = value
  }
  return search
}

/** The filter as the server takes it: its times carry their zone. */
export const filterOf = ({ from, to, ...rest }: LedgerSearch): LedgerFilter => ({
  ...rest,
  ...(from ? { from: `${from}Z` } : {}),
  ...(to ? { to: `${to}Z` } : {}),
})
