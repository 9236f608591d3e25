/** Reports for the fault tests: synthetic, thin, and routed by one network address. */
import { createReportingClient, type ReportingClient } from '@opentipline/client'
import { emptyReport, type Party, type Report } from '@opentipline/contract'
import type { TestCredential, TestServer } from '../../support/server.ts'
import { eventually } from '../../support/server.ts'

/** Addresses reserved for documentation, which the demonstration's range table places. `nowhere` is in no table. */
const addresses = {
  wisconsin: '2001:db8:45::17',
  washington: '2001:db8:42::17',
  nowhere: '203.0.113.241',
} as const
export type Place = keyof typeof addresses

const party = (place: Place, account: string): Party => ({
  role: 'reported',
  displayNames: [],
  profileUrls: [],
  ipCaptures: [{ ipAddress: addresses[place], eventName: 'Login', at: '2026-10-30T18:04:00Z' }],
  devices: [],
  priorReports: [],
  additionalInfo: [],
  associatedAccounts: [],
  statements: {},
  espIdentifier: account,
})

/** A report that names one account at one place; `account` tells it from all others. */
export const reportFrom = (place: Place, account: string): Report => ({
  ...emptyReport('reporting-xml'),
  incident: { type: 'Child Sex Tourism', annotations: [], at: '2026-11-01T10:00:00Z' },
  reporter: { person: { emails: [{ address: 'reports@example.com' }], phones: [], addresses: [] } },
  parties: [party(place, account)],
  additionalInfo: [`Synthetic narrative ${account}`],
})

/** The typed client of one credential, which repeats nothing: a test wants to know what each call did. */
export const clientOf = (address: string, credential: Pick<TestCredential, 'username' | 'password'>) =>
  createReportingClient({
    baseUrl: `${address}/ispws`,
    username: credential.username,
    password: credential.password,
    retries: 0,
  })

/** Files a report without files and gives its id. */
export const fileThin = async (client: ReportingClient, place: Place, account: string): Promise<string> => {
  const { reportId } = await client.submit(reportFrom(place, account))
  await client.finish(reportId)
  return reportId
}

/** Waits until the report is in a queue: an agency's or the unrouted one. */
export const arrived = (server: TestServer, reportId: string, timeoutMs?: number): Promise<string> =>
  eventually(async () => {
    const [row] = await server.database.query<{ queue: string }>(
      `select 'tip' as queue from tip where report_id = $1
       union all select 'unrouted' from unrouted where report_id = $1 limit 1`,
      [reportId],
    )
    return row?.queue
  }, timeoutMs)

/** The id of the tip that an agency has for a report; waits until there is one. */
export const tipOf = (
  server: Pick<TestServer, 'database'>,
  reportId: string,
  agencyId: string,
): Promise<string> =>
  eventually(async () => {
    const [row] = await server.database.query<{ tip_id: string }>(
      'select tip_id from tip where report_id = $1 and agency_id = $2',
      [reportId, agencyId],
    )
    return row?.tip_id
  })
