import type { FastifyRequest } from 'fastify'
import { badFormCode, formFieldBytesMax, formPartsMax } from './choices.ts'
import { Refusal } from './refusal.ts'

/** Limits of a form without files; a file in it is drained and ignored. */
const formLimits = {
  fieldSize: formFieldBytesMax,
  parts: formPartsMax,
  fields: formPartsMax,
  fileSize: formFieldBytesMax,
}

/** The one `id` of a form, multipart or urlencoded. @throws Refusal 4000 */
export const readIdForm = async (request: FastifyRequest): Promise<string> => {
  const ids = request.isMultipart() ? await multipartIds(request) : urlencodedIds(request)
  return onlyId(ids)
}

/** One positive decimal without leading zeros, as we give them out. @throws Refusal 4000 */
export const onlyId = (ids: string[]): string => {
  const [id, ...more] = ids
  if (id === undefined) throw new Refusal(badFormCode, 'The form has no field "id"')
  if (more.length > 0) throw new Refusal(badFormCode, 'The form has more than one field "id"')
  if (!/^[1-9]\d{0,15}$/.test(id.trim())) throw new Refusal(badFormCode, 'The field "id" is not a report id')
  return id.trim()
}

const multipartIds = async (request: FastifyRequest): Promise<string[]> => {
  const ids: string[] = []
  for await (const part of request.parts({ limits: formLimits })) {
    if (part.type === 'file') part.file.resume()
    else if (part.fieldname === 'id') ids.push(String(part.value))
  }
  return ids
}

const urlencodedIds = (request: FastifyRequest): string[] => {
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/x-www-form-urlencoded/i.test(type) || !Buffer.isBuffer(request.body))
    throw new Refusal(badFormCode, 'This call takes a form with the field "id"')
  return new URLSearchParams(request.body.toString('utf8')).getAll('id')
}
