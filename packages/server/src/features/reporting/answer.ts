import { printReportResponse, type ResponseCode, responseCodes } from '@opentipline/formats'
import type { FastifyReply } from 'fastify'

export type AnswerFields = { description?: string; reportId?: string; fileId?: string; hash?: string }

const contentType = 'application/xml;charset=UTF-8'

/** Sends XML as the contract wants it. */
export const sendXml = (reply: FastifyReply, status: number, xml: string): FastifyReply =>
  reply.code(status).header('content-type', contentType).send(xml)

/** Sends a reportResponse with the code's own HTTP status: a non-zero code never travels with 200. */
export const sendAnswer = (
  reply: FastifyReply,
  code: ResponseCode,
  fields: AnswerFields = {},
): FastifyReply => {
  const { description, status } = responseCodes[code]
  if (code === 2000) void reply.header('www-authenticate', 'Basic realm="ESP Web Services"')
  return sendXml(reply, status, printReportResponse({ code, description, ...fields }))
}
