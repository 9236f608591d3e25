/** Bare calls of the Reporting API, as any client makes them: no code of ours but the URL. */
import { printReport } from '@opentipline/formats'
import { emptyReport, type Report } from '@opentipline/contract'

export type Answer = { status: number; text: string; code: number; headers: Headers }

export type Caller = {
  get(path: string): Promise<Answer>
  xml(path: string, body: Uint8Array | string, contentType?: string | null): Promise<Answer>
  form(path: string, fields: Record<string, string>): Promise<Answer>
  multipart(path: string, form: FormData): Promise<Answer>
}

const codeOf = (text: string): number =>
  Number(/<responseCode>(\d+)<\/responseCode>/.exec(text)?.[1] ?? Number.NaN)

/** Calls with a credential's authorization header. */
export const callerOf = (address: string, authorization: string): Caller => {
  const call = async (path: string, init: RequestInit): Promise<Answer> => {
    const headers = new Headers(init.headers)
    headers.set('authorization', authorization)
    const answer = await fetch(`${address}/ispws${path}`, { ...init, headers })
    const text = await answer.text()
    return { status: answer.status, text, code: codeOf(text), headers: answer.headers }
  }
  return {
    get: (path) => call(path, {}),
    xml: (path, body, contentType = 'text/xml; charset=utf-8') =>
      call(path, {
        method: 'POST',
        body: typeof body === 'string' ? body : Buffer.from(body),
        headers: contentType === null ? {} : { 'content-type': contentType },
      }),
    form: (path, fields) => call(path, { method: 'POST', body: new URLSearchParams(fields) }),
    multipart: (path, form) => call(path, { method: 'POST', body: form }),
  }
}

export const tagOf = (answer: Answer, name: string): string =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(answer.text)?.[1] ?? ''

/** A thin but valid report. */
const thinReport = (): Report => ({
  ...emptyReport('reporting-xml'),
  incident: { type: 'Child Sex Tourism', annotations: [], at: '2026-11-01T10:00:00Z' },
  reporter: { person: { emails: [{ address: 'reports@example.com' }], phones: [], addresses: [] } },
})

export const thinXml = (): string => printReport(thinReport())

/** Opens a report and gives its id. */
export const openReport = async (caller: Caller, xml = thinXml()): Promise<string> => {
  const answer = await caller.xml('/submit', xml)
  if (answer.code !== 0) throw new Error(`submit answered ${answer.text}`)
  return tagOf(answer, 'reportId')
}

/** Uploads bytes and gives the file id. */
export const uploadBytes = async (
  caller: Caller,
  reportId: string,
  bytes = 'synthetic bytes',
): Promise<string> => {
  const form = new FormData()
  form.set('id', reportId)
  form.set('file', new Blob([bytes]), 'synthetic.bin')
  const answer = await caller.multipart('/upload', form)
  if (answer.code !== 0) throw new Error(`upload answered ${answer.text}`)
  return tagOf(answer, 'fileId')
}

export const detailsXml = (reportId: string, fileId: string, inside = ''): string =>
  `<fileDetails><reportId>${reportId}</reportId><fileId>${fileId}</fileId>${inside}</fileDetails>`
