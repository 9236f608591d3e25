import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventually, startTestServer } from '../../../../../test/support/server.ts'

const server = await startTestServer()
const provider = await server.addProvider('Example Chat')

const xml = `<report><incidentSummary><incidentType>Child Sex Tourism</incidentType><incidentDateTime>2026-11-01T10:00:00Z</incidentDateTime></incidentSummary>
<reporter><reportingPerson><email>reports@example.com</email></reportingPerson></reporter>
<personOrUserReported><personOrUserReportedPerson><phone>+1 (202) 555-0143</phone><email>Synthetic.Person@Example.org</email></personOrUserReportedPerson>
<espIdentifier>account-17</espIdentifier><screenName>Synthetic_Name_17</screenName>
<ipCaptureEvent><ipAddress>198.51.100.146</ipAddress><dateTime>2026-11-01T09:00:00Z</dateTime></ipCaptureEvent></personOrUserReported></report>`

const call = async (path: string, body: string, type: string): Promise<string> => {
  const answer = await fetch(`${server.address}/ispws${path}`, {
    method: 'POST',
    body,
    headers: { authorization: provider.authorization, 'content-type': type },
  })
  return answer.text()
}

const reportId = /<reportId>(\d+)/.exec(await call('/submit', xml, 'text/xml'))?.[1] ?? ''
await call('/finish', `id=${reportId}`, 'application/x-www-form-urlencoded')
const cookie = await server.signIn('demo-officer-wi')

const search = async (text: string): Promise<string[]> => {
  const answer = await fetch(`${server.address}/api/tips?search=${encodeURIComponent(text)}`, {
    headers: { cookie },
  })
  const page: { rows: { reportId: string }[] } = await answer.json()
  return page.rows.map((row) => row.reportId)
}
await eventually(async () => ((await search(reportId)).length === 1 ? true : undefined))

test('a tip is found by its number, its provider and any identifier, however it is written', async () => {
  for (const text of [
    reportId,
    'example chat',
    'Milwaukee',
    'synthetic.person@EXAMPLE.ORG',
    '202-555-0143',
    '198.51.100.146',
    '@synthetic_name_17',
    'account-17',
    ' Account-17 ',
  ])
    assert.deepEqual(await search(text), [reportId], text)
})

test('what is not there is not found, and signs with a meaning to the database are plain letters', async () => {
  for (const text of ['account-18', '%', '_', '\\', "' or 1=1 --", '0'])
    assert.deepEqual(await search(text), [], text)
})

test('another agency finds nothing of it', async () => {
  const other = await server.signIn('demo-officer-wa')
  const answer = await fetch(`${server.address}/api/tips?search=account-17`, { headers: { cookie: other } })
  const page: { rows: unknown[] } = await answer.json()
  assert.deepEqual(page.rows, [])
})
