import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { printReportDoneResponse, printReportResponse, type ReportResponse } from '@opentipline/formats'
import { createReportingClient, type ReportingClient } from './create-client.ts'
import type { ReportingClientOptions } from './options.ts'

export type Seen = { method: string; path: string; headers: IncomingMessage['headers']; body: Buffer }
export type Handler = (seen: Seen, response: ServerResponse) => void

export type TestServer = {
  client: (options?: Partial<ReportingClientOptions>) => ReportingClient
  baseUrl: string
  /** Every request whose body arrived whole. */
  seen: Seen[]
}

export const answer = (
  response: ServerResponse,
  status: number,
  given: Partial<ReportResponse> = {},
): void => {
  response.writeHead(status, { 'content-type': 'application/xml;charset=UTF-8', 'request-id': 'request-17' })
  response.end(printReportResponse({ code: 0, description: 'Success', ...given }))
}

export const answerDone = (response: ServerResponse, reportId: string, fileIds: readonly string[]): void => {
  response.writeHead(200, { 'content-type': 'application/xml;charset=UTF-8' })
  response.end(printReportDoneResponse({ code: 0, reportId, fileIds }))
}

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })

/** Runs a real HTTP server on loopback around a test; `handler` answers each request once it has arrived whole. */
export const withServer = async (
  handler: Handler,
  run: (server: TestServer) => Promise<void>,
): Promise<void> => {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    void readBody(request).then(
      (body) => {
        const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body }
        seen.push(one)
        handler(one, response)
      },
      () => undefined,
    )
  })
  const port = await listen(server)
  const baseUrl = `http://127.0.0.1:${port}/ispws`
  const clients: ReportingClient[] = []
  const client: TestServer['client'] = (options) => {
    const made = createReportingClient({
      baseUrl,
      username: 'provider-17',
      password: 'synthetic:password',
      retryDelayMs: 1,
      ...options,
    })
    clients.push(made)
    return made
  }
  try {
    await run({ client, baseUrl, seen })
  } finally {
    for (const made of clients) made.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

/** The file part of a multipart upload, and its head. */
export const filePart = ({ headers, body }: Seen): { head: string; id: string; bytes: Buffer } => {
  const boundary = /boundary=(.*)$/.exec(headers['content-type'] ?? '')?.[1] ?? ''
  const text = body.toString('latin1')
  const [, idPart = '', part = ''] = text.split(`--${boundary}`)
  const split = part.indexOf('\r\n\r\n')
  return {
    head: Buffer.from(part.slice(0, split), 'latin1').toString('utf8'),
    id: idPart.split('\r\n\r\n')[1]?.trimEnd() ?? '',
    bytes: Buffer.from(part.slice(split + 4, -2), 'latin1'),
  }
}
