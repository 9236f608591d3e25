/** Every stated address, device and event of a report, with the pointer to where it stands. */
import type { DeviceId, IpCapture, Report } from '@opentipline/contract'
import { instantOf } from '../../ui/time.ts'

export type CaptureRow = {
  pointer: string
  /** The pointer of the party, file or place it belongs to. */
  owner: string
  what: { kind: 'address'; capture: IpCapture } | { kind: 'device'; device: DeviceId } | { kind: 'moment' }
  event: string | undefined
  at: string | undefined
  /** Milliseconds; undefined where no time is stated, or it has no zone or cannot be read. */
  atMs: number | undefined
}

type Holder = { ipCaptures?: readonly IpCapture[] | undefined; devices?: readonly DeviceId[] | undefined }

const timed = (at: string | undefined) => ({ at, atMs: at === undefined ? undefined : instantOf(at) })

const rowsOf = (holder: Holder, owner: string): CaptureRow[] => [
  ...(holder.ipCaptures ?? []).map((capture, index) => ({
    pointer: `${owner}/ipCaptures/${index}`,
    owner,
    what: { kind: 'address', capture } as const,
    event: capture.eventName,
    ...timed(capture.at),
  })),
  ...(holder.devices ?? []).map((device, index) => ({
    pointer: `${owner}/devices/${index}`,
    owner,
    what: { kind: 'device', device } as const,
    event: device.eventName,
    ...timed(device.at),
  })),
]

const incidentRow = ({ incident }: Report): CaptureRow[] =>
  incident.at
    ? [
        {
          pointer: '/incident/at',
          owner: '/incident',
          what: { kind: 'moment' },
          event: incident.atDescription,
          ...timed(incident.at),
        },
      ]
    : []

/** What has no readable time comes last, in the order received: it may have happened at any time. */
const byTime = (a: CaptureRow, b: CaptureRow): number => (a.atMs ?? Infinity) - (b.atMs ?? Infinity) || 0

export const captureRows = (report: Report): CaptureRow[] =>
  [
    ...incidentRow(report),
    ...report.parties.flatMap((party, index) => [
      ...rowsOf(party, `/parties/${index}`),
      ...party.associatedAccounts.flatMap((account, at) =>
        rowsOf(account, `/parties/${index}/associatedAccounts/${at}`),
      ),
    ]),
    ...report.internetDetails.flatMap((detail, index) => rowsOf(detail, `/internetDetails/${index}`)),
    ...report.files.flatMap((file, index) => rowsOf(file, `/files/${index}`)),
  ].toSorted((a, b) => (a.atMs === b.atMs ? 0 : byTime(a, b)))
