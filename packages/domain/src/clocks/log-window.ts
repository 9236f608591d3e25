import type { ClockView, Finding, Report } from '@opentipline/contract'
import { type IpNetworkValue, ipNetworkValue } from '../findings/values.ts'
import { formatAddress, type NetworkAddress, parseAddress } from '../identifiers/address.ts'
import { inNetwork } from '../identifiers/addressScope.ts'
import { type NormalTime, normalTime } from '../identifiers/normalTime.ts'
import { type CaptureAt, capturesOf } from '../identifiers/occurrences.ts'
import { addDays, isWithin } from './calendar.ts'

/** Clocks of addresses on one tip at most: those that end last, since they can still be met. */
export const logClocksMax = 100

/** An entry of the agency's own table. It ships empty: no operator's window is invented. */
export type LogWindowEntry = {
  readonly windowId: string
  /** An operator's name, `AS64500`, or a network in CIDR form. */
  readonly network: string
  readonly days: number
  readonly source: string
  readonly asOf: string
  readonly from: string
  readonly to: string | null
}

export type CaptureSeen = {
  readonly at: CaptureAt
  readonly address: NetworkAddress | undefined
  readonly time: NormalTime | undefined
  readonly network: IpNetworkValue | undefined
  readonly finding: string | undefined
}

/** Every capture of a report with what was found of its address. */
export const capturesSeen = (report: Report, findings: readonly Finding[]): CaptureSeen[] => {
  const networks = new Map(
    findings.flatMap((finding) => {
      const value = ipNetworkValue(finding)
      return value ? [[value.ip, { value, key: finding.key }] as const] : []
    }),
  )
  return capturesOf(report).map((at) => {
    const address = parseAddress(at.capture.ipAddress)
    const found = address && networks.get(formatAddress(address))
    return {
      at,
      address,
      time: at.capture.at === undefined ? undefined : normalTime(at.capture.at),
      network: found?.value,
      finding: found?.key,
    }
  })
}

const folded = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase()

const cidr = /^([0-9a-fA-F.:]+)\/(\d{1,3})$/

/** A network in CIDR form read, or undefined where the text is something else. */
export const parseNetwork = (text: string): { network: NetworkAddress; length: number } | undefined => {
  const [, base = '', bits = ''] = cidr.exec(text.trim()) ?? []
  const network = parseAddress(base)
  const length = Number(bits)
  return network && length <= (network.version === 4 ? 32 : 128) ? { network, length } : undefined
}

/** How narrow an entry speaks: a network by its length, a number of a system, a name. 0: it does not speak of it. */
const fit = (entry: LogWindowEntry, seen: CaptureSeen): number => {
  const range = parseNetwork(entry.network)
  if (range) {
    const isIn = seen.address !== undefined && inNetwork(seen.address, range.network, range.length)
    return isIn ? 10 + range.length : 0
  }
  const system = /^AS(\d{1,10})$/i.exec(entry.network.trim())?.[1]
  if (system !== undefined) return seen.network?.asn === Number(system) ? 2 : 0
  const operator = seen.network?.operator
  return operator !== undefined && folded(operator) === folded(entry.network) ? 1 : 0
}

/** The entry of the table that speaks of a capture: in force on its day, the narrowest, then the newest source. */
export const windowFor = (
  entries: readonly LogWindowEntry[],
  seen: CaptureSeen,
): LogWindowEntry | undefined => {
  if (seen.time === undefined) return undefined
  const day = new Date(seen.time.utc)
  return entries
    .filter((entry) => isWithin(day, entry.from, entry.to) && fit(entry, seen) > 0)
    .toSorted(
      (a, b) =>
        fit(b, seen) - fit(a, seen) || b.asOf.localeCompare(a.asOf) || a.windowId.localeCompare(b.windowId),
    )[0]
}

const whose: Record<CaptureAt['role'], string> = {
  reported: 'the reported person',
  recipient: 'a recipient',
  child: 'a child',
  file: 'a file',
  incident: 'the incident',
  reporter: 'the reporter',
}

/**
 * Until when an operator may still have the log of each address at its time, by the agency's own table. The capture's own
 * stated time is used and never the incident's, which may be that of detection. Nothing is due: a log that is gone is gone.
 */
export const logWindowClocks = (
  seen: readonly CaptureSeen[],
  entries: readonly LogWindowEntry[],
): ClockView[] => {
  const made = new Map<string, ClockView>()
  for (const each of seen) {
    const entry = windowFor(entries, each)
    if (!entry || !each.time) continue
    const clock = clockOf(each, each.time, entry)
    if (!made.has(clock.key)) made.set(clock.key, clock)
  }
  return [...made.values()].toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, logClocksMax)
}

const clockOf = (seen: CaptureSeen, time: NormalTime, entry: LogWindowEntry): ClockView => ({
  key: `log window ${seen.at.capture.ipAddress} ${time.utc}`,
  kind: 'log window',
  name: 'operator’s log of an address ends',
  what: 'lost',
  at: addDays(new Date(time.utc), entry.days).toISOString(),
  says: `${entry.network} keeps its logs for ${entry.days} days, by your agency’s table. The log of ${seen.at.capture.ipAddress} (${whose[seen.at.role]}) at ${time.utc} may be gone after that.`,
  force: 'guidance',
  citation: `Your agency’s log-window table, entry ${entry.windowId}: ${entry.source}`,
  certainty: 'uncertain',
  certaintySays:
    time.precision === 'second'
      ? `The table is your agency’s own knowledge as of ${entry.asOf}. No law sets this length; the operator may keep more or less.`
      : `The time is stated to the minute only. The table is your agency’s own knowledge as of ${entry.asOf}; the operator may keep more or less.`,
  source: `${seen.at.path}, table entry ${entry.windowId} as of ${entry.asOf}`,
  evidence: [
    { from: 'report', ref: seen.at.path },
    ...(seen.finding === undefined ? [] : [{ from: 'finding' as const, ref: seen.finding }]),
  ],
})
