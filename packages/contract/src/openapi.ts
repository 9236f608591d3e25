/** The JSON API as an OpenAPI 3.1 document, made from the operations: nothing is written twice. */
import type { TSchema } from 'typebox'
import { problems } from './errors.ts'
import { operations, type OperationShape } from './operations.ts'
import { stepUpMinutesMax } from './people.ts'

/** OpenAPI 3.1 speaks JSON Schema 2020-12, which the contract's schemas are already. */
type Json = { [key: string]: unknown }

const propertiesOf = (schema: TSchema): [string, unknown][] =>
  'properties' in schema && typeof schema.properties === 'object' && schema.properties !== null
    ? Object.entries(schema.properties)
    : []
const isRequired = (schema: TSchema, name: string): boolean =>
  'required' in schema && Array.isArray(schema.required) && schema.required.includes(name)

/** `/api/tips/:tipId` as OpenAPI writes it: `/api/tips/{tipId}`. */
const pathOf = ({ path }: OperationShape): string => path.replaceAll(/:(\w+)/g, '{$1}')

const parametersOf = (place: 'path' | 'query', schema: TSchema): Json[] =>
  propertiesOf(schema).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || isRequired(schema, name),
    schema: one,
  }))

const bodyOf = ({ body, method, documentBody }: OperationShape): Json => {
  if (documentBody) return { requestBody: { required: true, content: { 'application/octet-stream': {} } } }
  if (method === 'GET' || propertiesOf(body).length === 0) return {}
  return { requestBody: { required: true, content: { 'application/json': { schema: body } } } }
}

const problem = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

const answersOf = ({ answer, streams }: OperationShape): Json => ({
  '200': { description: 'Done.', content: { [streams ?? 'application/json']: { schema: answer } } },
  default: problem('Anything else: a problem of the catalogue.'),
})

const stepUpSays = `Needs a proof of who one is that is at most ${stepUpMinutesMax} minutes old; otherwise the problem \`step-up-needed\`, and nothing is done.`

const itemOf = (name: string, shape: OperationShape): Json => ({
  operationId: name,
  summary: shape.summary,
  ...(shape.stepUp ? { description: stepUpSays } : {}),
  ...(shape.who === 'nobody' ? { security: [] } : {}),
  parameters: [...parametersOf('path', shape.params), ...parametersOf('query', shape.query)],
  ...bodyOf(shape),
  responses: answersOf(shape),
})

/** RFC 9457 problem details, as `ProblemDetails` has them. */
const problemSchema = (): Json => ({
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { enum: Object.keys(problems) },
    detail: { type: 'string' },
    requestId: { type: 'string' },
    at: {
      type: 'array',
      items: {
        type: 'object',
        required: ['message'],
        properties: {
          path: { type: 'string' },
          line: { type: 'integer' },
          column: { type: 'integer' },
          message: { type: 'string' },
        },
      },
    },
  },
})

const pathsOf = (): Json => {
  const paths: Record<string, Json> = {}
  for (const [name, shape] of Object.entries<OperationShape>(operations))
    (paths[pathOf(shape)] ??= {})[shape.method.toLowerCase()] = itemOf(name, shape)
  return paths
}

/** The document. Pure: the same contract gives the same text. */
export const openApi = (): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'OpenTipline, the JSON API of the desk',
    version: '0.1.0',
    description:
      'What the desk calls. Providers file over the Reporting API under /ispws, which speaks XML and is described by its own schema at /ispws/xsd.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  security: [{ session: [] }],
  paths: pathsOf(),
  components: {
    securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'tipline_session' } },
    schemas: { Problem: problemSchema() },
  },
})
