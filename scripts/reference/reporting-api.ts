import { defaultSchemaVersion, documentLimits, responseCodes, schemaVersions } from '@opentipline/formats'
import { page, table } from './markdown.ts'

const calls: readonly (readonly [call: string, body: string, does: string])[] = [
  ['GET /ispws/status', '', 'Checks the credential.'],
  ['GET /ispws/xsd', '', 'The schema that is enforced.'],
  ['POST /ispws/submit', 'a `report` document', 'Opens a report.'],
  ['POST /ispws/upload', '`multipart/form-data`: `id`, `file`', 'Adds one file, of any size, streamed.'],
  ['POST /ispws/fileinfo', 'a `fileDetails` document', 'Describes one file, once.'],
  ['POST /ispws/finish', 'a form: `id`', 'Completes the report.'],
  ['POST /ispws/retract', 'a form: `id`', 'Takes an unfinished report back.'],
]

/** The Reporting API: its calls, its codes, its limits. */
export const reportingApiPage = (): string =>
  page(
    'The Reporting API',
    `The way in for providers, under \`/ispws\`: XML over HTTP with Basic authentication. Schema versions: ${schemaVersions.join(', ')}; enforced and served: ${defaultSchemaVersion}. Every answer carries a \`Request-ID\` header, and one with a code other than 0 never has HTTP status 200. A form is multipart or urlencoded.`,
    table(
      ['call', 'body', 'what it does'],
      calls.map(([call, body, does]) => [`\`${call}\``, body, does]),
    ),
    '## Response codes\n\nA code from 1000 to 1999 means that nothing was stored and that the call may be repeated.',
    table(
      ['code', 'HTTP', 'description'],
      Object.entries(responseCodes).map(([code, { status, description }]) => [
        code,
        String(status),
        description,
      ]),
    ),
    '## Limits of one document\n\nEach with its reason in `packages/formats/src/reporting/limits.ts`. An uploaded file has no limit but the disk.',
    table(
      ['limit', 'value'],
      Object.entries(documentLimits).map(([name, value]) => [`\`${name}\``, value.toLocaleString('en')]),
    ),
  )
