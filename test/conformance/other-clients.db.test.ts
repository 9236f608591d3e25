/** Clients that are not ours, unchanged: an npm package that many use, and curl as the public documentation shows it. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { promisify } from 'node:util'
import { Client, Environment, IncidentType } from 'cybertipline-tools'
import { startTestServer } from '../support/server.ts'
import { detailsXml, thinXml } from './calls.ts'

const server = await startTestServer()
const credential = await server.addProvider('Example Provider', 'test')
const run = promisify(execFile)

/** The package has its two hosts compiled in: what is a change of DNS elsewhere is a change of the URL here. */
const realFetch = globalThis.fetch
globalThis.fetch = (input, init) =>
  realFetch(
    typeof input === 'string' ? input.replace('https://exttest.cybertip.org', server.address) : input,
    init,
  )
after(() => {
  globalThis.fetch = realFetch
})

describe('cybertipline-tools', () => {
  const client = new Client({ environment: Environment.Testing, credentials: credential })
  const report = {
    incidentSummary: {
      incidentType: IncidentType.ChildSexTourism,
      incidentDateTime: new Date('2026-11-01T10:00:00Z'),
    },
    reporter: { reportingPerson: { email: [{ email: 'reports@example.com' }], firstName: 'Synthetic' } },
  }

  test('asks for the status', async () => {
    const status = await client.getStatus()
    assert.equal(Number(status.data.responseCode), 0)
  })

  test('files a whole report', async () => {
    const id = Number((await client.submitReport(report)).data.reportId)
    const uploaded = await client.uploadFile({ id, file: new File(['synthetic bytes'], 'ünïcode "1".bin') })
    await client.submitFileDetails({
      reportId: id,
      fileId: uploaded.data.fileId,
      fileName: 'a.bin',
      fileViewedByEsp: true,
    })
    const done = await client.finishReport({ id })
    assert.equal(Number(done.data.responseCode), 0)
    const [row] = await server.database.query<{ state: string }>(
      'select state from report where report_id = $1',
      [id],
    )
    assert.equal(row?.state, 'finished')
  })

  test('takes a report back, and is told when it cannot', async () => {
    const id = Number((await client.submitReport(report)).data.reportId)
    await client.cancelReport({ id })
    await assert.rejects(
      client.finishReport({ id }),
      /REPORT_ALREADY_RETRACTED|already retracted|Retracted|409/i,
    )
  })
})

const tag = (text: string, name: string): string => new RegExp(`<${name}>([^<]*)<`).exec(text)?.[1] ?? ''

describe('curl', () => {
  const login = ['-s', '-u', `${credential.username}:${credential.password}`]
  const curl = async (...args: string[]): Promise<string> => (await run('curl', [...login, ...args])).stdout

  test('files a whole report as the public documentation shows it', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'curl-'))
    t.after(() => rm(folder, { recursive: true }))
    const reportFile = join(folder, 'report.xml')
    // `--data @file` deletes the line breaks: the document arrives on one line.
    await writeFile(reportFile, thinXml().replaceAll('><', '>\n<'))
    const opened = await curl(
      '-H',
      'Content-Type: text/xml; charset=utf-8',
      '--data',
      `@${reportFile}`,
      `${server.address}/ispws/submit`,
    )
    const reportId = tag(opened, 'reportId')
    assert.match(reportId, /^\d+$/, opened)
    await writeFile(join(folder, 'image.bin'), Buffer.alloc(1_500_000, 1))
    const uploaded = await curl(
      '-F',
      `id=${reportId}`,
      '-F',
      `file=@${join(folder, 'image.bin')}`,
      `${server.address}/ispws/upload`,
    )
    assert.equal(tag(uploaded, 'responseCode'), '0', uploaded)
    await writeFile(join(folder, 'details.xml'), detailsXml(reportId, tag(uploaded, 'fileId')))
    const described = await curl(
      '-H',
      'Content-Type: text/xml; charset=utf-8',
      '--data-binary',
      `@${join(folder, 'details.xml')}`,
      `${server.address}/ispws/fileinfo`,
    )
    assert.equal(tag(described, 'responseCode'), '0', described)
    const done = await curl('-F', `id=${reportId}`, `${server.address}/ispws/finish`)
    assert.match(
      done,
      new RegExp(
        `<reportDoneResponse><responseCode>0</responseCode><reportId>${reportId}</reportId><files><fileId>`,
      ),
    )
  })
})
