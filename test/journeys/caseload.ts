/** A small caseload for journeys, filed through the real Reporting API by the real client. */
import { createReportingClient, describeFile } from '@opentipline/client'
import { emptyReport, type Party, type Report } from '@opentipline/contract'
import { eventually, type TestServer } from '../support/server.ts'

const party = (role: Party['role'], more: Partial<Party> = {}): Party => ({
  role,
  displayNames: [],
  profileUrls: [],
  ipCaptures: [],
  devices: [],
  priorReports: [],
  additionalInfo: [],
  associatedAccounts: [],
  statements: {},
  ...more,
})

/** Where the demonstration's range table puts these addresses. */
const milwaukee = '198.51.100.146'

const reportNumber = (number: number): Report => ({
  ...emptyReport('reporting-xml'),
  incident: {
    type: 'Online Enticement of Children for Sexual Acts',
    annotations: number % 2 === 0 ? ['sextortion'] : [],
    at: new Date(Date.now() - number * 3_600_000).toISOString(),
    ...(number === 1 ? { escalateToHighPriority: 'Synthetic reason 1' } : {}),
  },
  reporter: { person: { emails: [{ address: 'reports@example.com' }], phones: [], addresses: [] } },
  internetDetails: [{ kind: 'chatIm', content: `Synthetic narrative ${number}`, additionalInfo: [] }],
  parties: [
    party('reported', {
      espIdentifier: `journey-user-${number}`,
      ipCaptures: [
        {
          ipAddress: milwaukee,
          eventName: 'Login',
          at: new Date(Date.now() - number * 3_600_000).toISOString(),
          port: 40_000 + number,
        },
      ],
    }),
    party('recipient', { screenName: `synthetic_recipient_${number}` }),
  ],
})

/** Files `count` reports that go to Wisconsin, and waits until they are in its queue. */
export const fileCaseload = async (server: TestServer, count: number): Promise<string[]> => {
  const credential = await server.addProvider('Example Chat')
  const client = createReportingClient({ baseUrl: `${server.address}/ispws`, ...credential })
  const ids: string[] = []
  for (let number = 1; number <= count; number++) {
    const description = describeFile({ viewedByEsp: number % 3 === 0 ? true : undefined })
    const filed = await client.fileReport(reportNumber(number), [
      { source: Buffer.from(`synthetic bytes ${number}`), name: `file-${number}.bin`, description },
    ])
    ids.push(filed.reportId)
  }
  await client.close()
  await eventually(async () => {
    const [row] = await server.database.query<{ n: number }>(
      `select count(*)::int as n from tip where agency_id = 'wi-wisconsin'`,
    )
    return row && row.n >= count ? row.n : undefined
  })
  return ids
}
