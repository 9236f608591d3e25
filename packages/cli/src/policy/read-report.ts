import { readFile } from 'node:fs/promises'
import type { Report } from '@opentipline/contract'
import { importLeJson, parseDocument, toReport } from '@opentipline/formats'
import { Refused } from '../exit.ts'

const fromJson = (file: string, bytes: Uint8Array): Report => {
  const read = importLeJson(bytes)
  if (read.ok) return read.report
  throw new Refused(
    'refused',
    read.problems.map(({ path, message }) => `${file} ${path} ${message}`).join('\n'),
  )
}

const fromXml = (file: string, bytes: Uint8Array): Report => {
  const read = parseDocument(bytes, { expectedRoot: 'report' })
  if (read.ok) return toReport(read.document)
  throw new Refused(
    'refused',
    `${file} is no reporting XML that can be taken; tipline lint tells what is wrong`,
  )
}

/** A report from a file: the law-enforcement JSON where it begins with a brace, else the reporting XML. */
export const readReport = async (file: string): Promise<Report> => {
  const bytes = await readFile(file).catch((error: Error) => {
    throw new Refused('usage', `${file} cannot be read: ${error.message}`)
  })
  const head = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart()
  return head.startsWith('{') ? fromJson(file, bytes) : fromXml(file, bytes)
}
