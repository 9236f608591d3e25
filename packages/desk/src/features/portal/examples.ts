/** A small report that would be taken: invented, and thin on purpose, so that the check has something to say. */
export const exampleReport = `<?xml version="1.0" encoding="UTF-8"?>
<report>
  <incidentSummary>
    <incidentType>Child Pornography (possession, manufacture, and distribution)</incidentType>
    <incidentDateTime>2026-11-01T10:00:00Z</incidentDateTime>
  </incidentSummary>
  <reporter>
    <reportingPerson>
      <firstName>Synthetic</firstName>
      <lastName>Reporter</lastName>
      <email>reports@example.com</email>
    </reportingPerson>
  </reporter>
  <personOrUserReported>
    <espIdentifier>account-17</espIdentifier>
    <screenName>synthetic_17</screenName>
    <ipCaptureEvent>
      <ipAddress>198.51.100.147</ipAddress>
      <eventName>Upload</eventName>
      <dateTime>2026-11-01T09:59:58Z</dateTime>
    </ipCaptureEvent>
  </personOrUserReported>
</report>
`

type Where = { address: string; username: string }

/** The calls of a report with curl. On a machine that others use, `--netrc` keeps the password off the command line. */
export const curlExample = ({ address, username }: Where): string =>
  `export TIPLINE=${address}
export PROVIDER="${username}:$PROVIDER_PASSWORD"
curl -sS -u "$PROVIDER" -H 'Content-Type: text/xml; charset=utf-8' \\
  --data-binary @report.xml "$TIPLINE/ispws/submit" | tee answer.xml
REPORT=$(sed -n 's:.*<reportId>\\([0-9]*\\)</reportId>.*:\\1:p' answer.xml)
curl -sS -u "$PROVIDER" -d "id=$REPORT" "$TIPLINE/ispws/finish"
`

/** The same with the typed client. */
export const clientExample = ({ address, username }: Where): string =>
  `import { createReportingClient } from '@opentipline/client/reporting'
import { emptyReport } from '@opentipline/contract'

const client = createReportingClient({
  baseUrl: '${address}/ispws',
  username: '${username}',
  password: process.env.PROVIDER_PASSWORD ?? '',
})
const { reportId } = await client.submit({
  ...emptyReport('reporting-xml'),
  incident: {
    type: 'Child Pornography (possession, manufacture, and distribution)',
    annotations: [],
    at: '2026-11-01T10:00:00Z',
  },
  reporter: {
    person: { emails: [{ address: 'reports@example.com' }], phones: [], addresses: [] },
  },
})
await client.finish(reportId)
`
