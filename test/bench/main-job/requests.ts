import { detailsXml, fileContent, reportXml } from './documents.ts'

/** The four calls of a complete report, as whole HTTP requests. */
export type Requests = {
  submit(n: number): Buffer
  upload(reportId: string, n: number): Buffer
  fileinfo(reportId: string, fileId: string, n: number): Buffer
  finish(reportId: string): Buffer
}

const boundary = 'opentipline-bench-17'

/** @param run tells the reports of this run from others' */
export const requestsOf = (host: string, authorization: string, run: string): Requests => {
  const head = (path: string, contentType: string, length: number): string =>
    `POST /ispws${path} HTTP/1.1\r\nhost: ${host}\r\nauthorization: ${authorization}\r\ncontent-type: ${contentType}\r\ncontent-length: ${length}\r\n\r\n`
  const text = (path: string, contentType: string, body: string): Buffer =>
    Buffer.from(head(path, contentType, Buffer.byteLength(body)) + body)
  return {
    submit: (n) => text('/submit', 'text/xml; charset=utf-8', reportXml(run, n)),
    upload: (reportId, n) => {
      const before = `--${boundary}\r\nContent-Disposition: form-data; name="id"\r\n\r\n${reportId}\r\n--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="synthetic.bin"\r\nContent-Type: application/octet-stream\r\n\r\n`
      const after = `\r\n--${boundary}--\r\n`
      const file = fileContent(n)
      const length = before.length + file.length + after.length
      const start = head('/upload', `multipart/form-data; boundary=${boundary}`, length)
      return Buffer.concat([Buffer.from(start + before), file, Buffer.from(after)])
    },
    fileinfo: (reportId, fileId, n) =>
      text('/fileinfo', 'text/xml; charset=utf-8', detailsXml(reportId, fileId, n)),
    finish: (reportId) => text('/finish', 'application/x-www-form-urlencoded', `id=${reportId}`),
  }
}

/** The text of one element of an answer. @throws Error when it is missing */
export const tagOf = (answer: string, name: string): string => {
  const found = new RegExp(`<${name}>([^<]+)</${name}>`).exec(answer)?.[1]
  if (found === undefined) throw new Error(`no ${name} in ${answer}`)
  return found
}
