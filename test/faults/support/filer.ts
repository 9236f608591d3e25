/** A provider that files reports while the server is killed under it, and keeps a record of what was acknowledged. */
import { createHash } from 'node:crypto'
import { describeFile, type ReportingClient, ReportingError } from '@opentipline/client'
import { printFileDetails, printReport } from '@opentipline/formats'
import type { Random } from './random.ts'
import { type Place, reportFrom } from './reports.ts'

export type SentFile = {
  sha256: string
  /** Set when the upload was acknowledged. */
  fileId?: string
  /** SHA-256 of the description that was sent last, and whether it was acknowledged. */
  info?: { sha256: string; acknowledged: boolean }
}

export type SentReport = {
  place: Place
  /** SHA-256 of the document. */
  sha256: string
  /** Set when the submission was acknowledged. */
  reportId?: string
  files: SentFile[]
  finish: 'not asked' | 'asked' | 'acknowledged'
}

export type Filer = {
  /** Everything that was ever sent. */
  sent: readonly SentReport[]
  /** What the server said that it may not say, such as that it does not know an acknowledged report. */
  faults: readonly string[]
  /** Files until the server is gone or `stop` fires, telling of each call made; goes on where it was when called again. */
  run(client: ReportingClient, stop: AbortSignal, called: () => void): Promise<void>
}

/** Sizes on both sides of the size from which another thread seals a file. */
const fileSizes = [1, 700, 65_536, 131_072, 200_003]
const filesMax = 2

const digest = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** What became of a call: acknowledged, refused with a code, or not known. */
type Fate<T> = { kind: 'acknowledged'; value: T } | { kind: 'refused'; code: number } | { kind: 'gone' }

const fateOf = async <T>(call: Promise<T>): Promise<Fate<T>> => {
  try {
    return { kind: 'acknowledged', value: await call }
  } catch (error) {
    if (!(error instanceof ReportingError)) throw error
    // Codes of the 1000s tell a failure of the server that stored nothing: the call may be made again.
    const refused = error.code !== undefined && error.code >= 2000
    return refused ? { kind: 'refused', code: error.code ?? 0 } : { kind: 'gone' }
  }
}

export const makeFiler = (name: string, random: Random): Filer => {
  const sent: SentReport[] = []
  const faults: string[] = []
  let made = 0
  let wanted = 0

  const begin = async (client: ReportingClient): Promise<boolean> => {
    const place = random.pick(['wisconsin', 'washington', 'nowhere'] as const)
    const xml = printReport(reportFrom(place, `${name}-${(made += 1)}`))
    const report: SentReport = { place, sha256: digest(xml), files: [], finish: 'not asked' }
    sent.push(report)
    wanted = random.between(0, filesMax)
    const fate = await fateOf(client.submit(xml))
    if (fate.kind === 'acknowledged') report.reportId = fate.value.reportId
    return fate.kind !== 'gone'
  }

  const told = (report: SentReport, call: string, code: number): boolean => {
    faults.push(`${call} of the acknowledged report ${report.reportId} was refused with ${code}`)
    return true
  }

  const upload = async (client: ReportingClient, report: SentReport, reportId: string): Promise<boolean> => {
    const bytes = Buffer.concat([
      Buffer.from(`${name} ${(made += 1)} `),
      random.bytes(random.pick(fileSizes)),
    ])
    const file: SentFile = { sha256: digest(bytes) }
    report.files.push(file)
    const fate = await fateOf(client.upload(reportId, bytes, { name: 'synthetic.bin' }))
    if (fate.kind === 'acknowledged') file.fileId = fate.value.fileId
    if (fate.kind === 'refused') return told(report, 'an upload', fate.code)
    return fate.kind !== 'gone'
  }

  const describe = async (
    client: ReportingClient,
    report: SentReport,
    file: SentFile,
    fileId: string,
  ): Promise<boolean> => {
    const description = describeFile({ additionalInfo: [`Synthetic description ${(made += 1)}`] })
    const xml = printFileDetails(report.reportId ?? '', fileId, { ...description, fileId })
    // An earlier one of unknown fate may have been stored; this one is then refused, and that one stands.
    const again = file.info !== undefined
    file.info = again
      ? { sha256: 'one of several', acknowledged: false }
      : { sha256: digest(xml), acknowledged: false }
    const fate = await fateOf(client.fileInfoXml(xml))
    if (fate.kind === 'gone') return false
    if (fate.kind === 'refused' && !again) return told(report, 'a description', fate.code)
    file.info.acknowledged = true
    return true
  }

  const finish = async (client: ReportingClient, report: SentReport, reportId: string): Promise<boolean> => {
    report.finish = 'asked'
    const fate = await fateOf(client.finish(reportId))
    if (fate.kind === 'acknowledged') report.finish = 'acknowledged'
    if (fate.kind === 'refused') {
      report.finish = 'acknowledged'
      return told(report, 'finish', fate.code)
    }
    return fate.kind !== 'gone'
  }

  /** The next call, by what stands in the record alone. Gives false when the server is gone. */
  const step = async (client: ReportingClient): Promise<boolean> => {
    const report = sent.at(-1)
    if (report?.reportId === undefined || report.finish === 'acknowledged') return begin(client)
    const undescribed = report.files.find((file) => file.fileId !== undefined && !file.info?.acknowledged)
    if (undescribed?.fileId !== undefined) return describe(client, report, undescribed, undescribed.fileId)
    const uploaded = report.files.filter((file) => file.fileId !== undefined).length
    if (uploaded < wanted) return upload(client, report, report.reportId)
    return finish(client, report, report.reportId)
  }

  return {
    sent,
    faults,
    run: async (client, stop, called) => {
      while (!stop.aborted && (await step(client))) called()
    },
  }
}
