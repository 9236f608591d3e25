import { responseCodes } from '@opentipline/formats'
import { utf8 } from './element.ts'

/** A document that must be refused, and how. */
export type BrokenDocument = {
  name: string
  endpoint: 'submit' | 'fileinfo'
  bytes: Uint8Array
  /** Where the content type is part of the case; `text/xml; charset=utf-8` otherwise. */
  contentType?: string
  expectedCode: 4100 | 4110
  expectedStatus: number
  /** The rule that the answer names, for tests of the codec. */
  rule: string
}

type Options = { endpoint?: BrokenDocument['endpoint']; contentType?: string }
const broken =
  (expectedCode: 4100 | 4110) =>
  (name: string, rule: string, document: string | Uint8Array, options: Options = {}): BrokenDocument => ({
    name,
    endpoint: options.endpoint ?? 'submit',
    bytes: typeof document === 'string' ? utf8(document) : document,
    ...(options.contentType && { contentType: options.contentType }),
    expectedCode,
    expectedStatus: responseCodes[expectedCode].status,
    rule,
  })

/** 4110: not a readable document. */
export const malformed = broken(4110)
/** 4100: readable, and against the schema or a rule. */
export const invalid = broken(4100)

/** Parts to put documents together from by hand; each is valid where it stands. */
export const parts = {
  type: '<incidentType>Child Sex Tourism</incidentType>',
  time: '<incidentDateTime>2024-01-01T06:30:15Z</incidentDateTime>',
  reporter: '<reporter><reportingPerson><email>reporter@example.com</email></reportingPerson></reporter>',
}
export const summary = `<incidentSummary>${parts.type}${parts.time}</incidentSummary>`

/** A report with something between its parts; each argument is XML. */
export const reportOf = (
  insert: { summary?: string; first?: string; details?: string; reporter?: string; rest?: string } = {},
): string =>
  `<report>${insert.first ?? ''}${insert.summary ?? summary}${insert.details ?? ''}${insert.reporter ?? parts.reporter}${insert.rest ?? ''}</report>`
export const reported = (inside: string): string =>
  reportOf({ rest: `<personOrUserReported>${inside}</personOrUserReported>` })
