import { describeFile, type ReportingClient } from '@opentipline/client'
import { bytesOf } from './content.ts'
import type { Journal } from './journal.ts'
import type { PlannedReport } from './plan.ts'

/**
 * What became of a report whose finish was not seen. The contract has no look-up; to ask to retract is the documented
 * way to find out: "already finished" means that it is filed, and anything else leaves the way free to file it again.
 */
const wasFiled = async (client: ReportingClient, reportId: string): Promise<boolean> =>
  (await client.retract(reportId)).state === 'already finished'

/** Files one planned report over the Reporting API, unless an earlier run did. */
export const filePlanned = async (
  client: ReportingClient,
  planned: PlannedReport,
  filing: number,
  journal: Journal,
): Promise<void> => {
  const before = journal.before.get(filing)
  if (before?.state === 'opened' && (await wasFiled(client, before.reportId))) return
  const { reportId } = await client.submit(planned.report)
  await journal.write({ filing, state: 'opened', reportId })
  for (const file of planned.files) {
    const { fileId } = await client.upload(reportId, bytesOf(file.content), { name: file.name })
    if (file.description) await client.fileInfo(reportId, fileId, describeFile(file.description))
  }
  await client.finish(reportId)
}
