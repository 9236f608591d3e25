import type { MultipartFile } from '@fastify/multipart'
import type { StoredObject } from '@opentipline/vault'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { CommitUnknown } from '../../db/database.ts'
import { Sensitive } from '../../platform/sensitive.ts'
import type { Services } from '../../platform/services.ts'
import { entryRow } from '../ledger/index.ts'
import { sendAnswer } from './answer.ts'
import type { Reporter } from './authenticate.ts'
import {
  checkedFirstFromBytes,
  formAroundFileBytes,
  formFieldBytesMax,
  formPartsMax,
  noFileCode,
  tooLargeFileCode,
} from './choices.ts'
import { looksLikeNumber, newFileId } from './file-id.ts'
import { changeableSql, loadOpenReport } from './load-report.ts'
import { onlyId } from './read-id.ts'
import { Refusal } from './refusal.ts'

/** Characters of a file name kept: the contract's own limit for names, and the name is untrusted text. */
const nameCharactersMax = 2_056

const insert = `
  with touched as (
    update report set last_modified_at = $1
    where report_id = $2 and ${changeableSql} returning report_id
  ), stored as (
    insert into file (file_id, report_id, environment, provider_id, name_as_received, size_bytes, md5, sha1, sha256,
      wrapped_key, key_id, stored_bytes, stored_sha256, received_at)
    select $3, report_id, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $1 from touched returning file_id
  ), logged as (
    insert into ledger_entry (entry_id, at, actor, acting_for, action, object_kind, object_id, canonical)
    select $15::uuid, $16::timestamptz, $17, $18, $19, $20, $21, $22 from stored
  )
  select file_id from stored`

type Received = { reportId: string; stored: StoredObject; name: Sensitive<string | undefined> }

/**
 * `POST /upload`: streams one file into the vault, hashing as it goes, and answers when its bytes are durable and its
 * row is committed. Nothing of a refused upload stays.
 */
export const upload = (services: Services) => {
  return async (request: FastifyRequest, reply: FastifyReply, reporter: Reporter): Promise<FastifyReply> => {
    if (!request.isMultipart())
      throw new Refusal(noFileCode, 'This call takes multipart/form-data with "id" and one "file"')
    if (Number(request.headers['content-length']) > services.uploadBytesMax + formAroundFileBytes)
      throw tooLarge(services)
    const fileId = newFileId()
    try {
      const received = await receive(services, request, reporter, fileId)
      await keep(services, reporter, received)
      const { md5 } = received.stored
      return sendAnswer(reply, 0, {
        reportId: received.reportId,
        fileId,
        // The same clients would turn such a digest into a number; the field is optional, so it is left out.
        ...(looksLikeNumber(md5) ? {} : { hash: md5 }),
      })
    } catch (error) {
      // Where the commit's outcome is unknown the row may exist: its bytes must stay.
      if (!(error instanceof CommitUnknown)) await services.vault.remove(fileId)
      throw error
    }
  }
}

const tooLarge = ({ uploadBytesMax }: Services): Refusal =>
  new Refusal(
    tooLargeFileCode,
    `The file is larger than ${uploadBytesMax} bytes, the most that this server takes. Nothing of it was kept`,
  )

/** Reads the form, whichever part comes first. The report is looked at before bytes are taken where its id is known. */
const receive = async (
  services: Services,
  request: FastifyRequest,
  reporter: Reporter,
  fileId: string,
): Promise<Received> => {
  const ids: string[] = []
  let file: Omit<Received, 'reportId'> | undefined
  const limits = {
    fieldSize: formFieldBytesMax,
    parts: formPartsMax,
    fields: formPartsMax,
    files: formPartsMax,
    fileSize: services.uploadBytesMax,
  }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      if (part.fieldname === 'id') ids.push(String(part.value))
      if (part.fieldname === 'file') throw new Refusal(noFileCode, '"file" came as a text field')
    } else if (part.fieldname === 'file') {
      if (file) throw new Refusal(noFileCode, 'The form has more than one "file"')
      if (ids.length > 0 && isLong(request)) await checkTarget(services, reporter, onlyId(ids))
      file = { stored: await services.vault.put(fileId, part.file), name: new Sensitive(nameOf(part)) }
      if (part.file.truncated) throw tooLarge(services)
    } else part.file.resume()
  }
  const reportId = onlyId(ids)
  if (!file) throw new Refusal(noFileCode, 'The form has no part "file"')
  return { reportId, ...file }
}

/** A short upload is read before anybody could look whether it is wanted; the statement that stores it looks as well. */
const isLong = (request: FastifyRequest): boolean => {
  const length = Number(request.headers['content-length'])
  return Number.isNaN(length) || length > checkedFirstFromBytes
}

const checkTarget = async (services: Services, reporter: Reporter, reportId: string): Promise<void> => {
  if (!reporter.credential.mayUpdate) throw new Refusal(3300)
  await services.database.transaction(reporter.actor, (tx) => loadOpenReport(tx, reportId))
}

/** The name is a statement of the client, kept as text and never used as a path. */
const nameOf = (part: MultipartFile): string | undefined =>
  part.filename === undefined || part.filename === ''
    ? undefined
    : part.filename.toWellFormed().replaceAll('\0', '�').slice(0, nameCharactersMax)

const keep = async (
  services: Services,
  reporter: Reporter,
  { reportId, stored, name }: Received,
): Promise<void> => {
  if (!reporter.credential.mayUpdate) throw new Refusal(3300)
  const now = services.now()
  const entry = entryRow(reporter.actor, now, {
    action: 'report.file-uploaded',
    object: { kind: 'report', id: reportId },
    details: { file: stored.objectId, sha256: stored.sha256, bytes: stored.sizeBytes },
  })
  const values = [
    now,
    reportId,
    stored.objectId,
    reporter.credential.environment,
    reporter.credential.providerId,
    name.reveal() ?? null,
    stored.sizeBytes,
    stored.md5,
    stored.sha1,
    stored.sha256,
    stored.wrappedKey,
    stored.keyId,
    stored.storedBytes,
    stored.storedSha256,
    ...entry,
  ]
  const rows = await services.database.atOnce(reporter.actor, [{ name: 'upload', text: insert, values }])
  if (rows.length === 1) return
  await services.database.transaction(reporter.actor, (tx) => loadOpenReport(tx, reportId))
  throw new Error(`report ${reportId} is open and took no file`)
}
