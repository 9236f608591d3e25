import { type OperationShape, operations, problems, roles as allRoles } from '@opentipline/contract'
import { permissionTable } from '@opentipline/domain'
import { page, table } from './markdown.ts'

const namesOf = (schema: OperationShape['query']): string[] => {
  const found: unknown = Object.getOwnPropertyDescriptor(schema, 'properties')?.value
  return typeof found === 'object' && found !== null ? Object.keys(found) : []
}

const bodyText = ({ body, documentBody }: OperationShape): string =>
  documentBody ? 'the document itself' : namesOf(body).join(', ')

const rolesText = (name: string, { who, stepUp }: OperationShape): string => {
  if (who === 'nobody') return 'anybody'
  const lines = permissionTable.filter((line) => line.operation === name)
  const people = lines
    .map(
      ({ roles, relation }) =>
        `${roles.length === allRoles.length ? 'anybody signed in' : roles.join(', ')}${relation === 'none' ? '' : ` (${relation})`}`,
    )
    .join('; ')
  return stepUp ? `${people}; after a fresh proof` : people
}

/** The operations of the JSON API, with who may call each. */
export const operationsPage = (): string =>
  page(
    'Operations of the JSON API',
    'What the desk calls, and what a program of yours may call as a signed-in person. The full shapes are in [openapi.json](openapi.json), which a running server also gives at `GET /api/openapi.json`. Providers file over another interface: see [the Reporting API](reporting-api.md).\n\nA call is signed in by the cookie `tipline_session`. Errors are [problems](problems.md). "Own agency" means that the thing must be with the agency one acts for; PostgreSQL’s row security enforces the same once more. "After a fresh proof": of who one is, at most five minutes old; otherwise the problem is `step-up-needed`, and nothing is done.',
    table(
      ['operation', 'call', 'what it does', 'query', 'body', 'who'],
      Object.entries<OperationShape>(operations).map(([name, shape]) => [
        `\`${name}\``,
        `\`${shape.method} ${shape.path}\``,
        shape.summary,
        namesOf(shape.query).join(', '),
        bodyText(shape),
        rolesText(name, shape),
      ]),
    ),
  )

/** The catalogue of errors. */
export const problemsPage = (): string =>
  page(
    'Problems',
    'Every error of the JSON API: RFC 9457 problem details (`application/problem+json`) with `code`, which is stable, and `requestId`, which is also in the `Request-ID` header. A title may be reworded. `at` tells where in the input, for those that are about the input.',
    table(
      ['code', 'HTTP', 'title'],
      Object.entries(problems).map(([code, { status, title }]) => [`\`${code}\``, String(status), title]),
    ),
  )
