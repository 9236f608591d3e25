/** A report with files at an agency, and the acts of opening one, by the paths of the JSON API. */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describeFile, type ReportingClient } from '@opentipline/client'
import type { TestServer } from '../../support/server.ts'
import { people, type SignedIn } from './person.ts'
import { reportFrom, tipOf } from './reports.ts'

export type FiledFile = { tipId: string; reportId: string; fileIds: string[] }

/** Files a report at Wisconsin with these bytes, and waits for its tip. Of each file it is stated whether it was viewed. */
export const fileWithBytes = async (
  server: Pick<TestServer, 'database'>,
  client: ReportingClient,
  account: string,
  files: { bytes: Uint8Array; viewed?: boolean }[],
): Promise<FiledFile> => {
  const { reportId } = await client.submit(reportFrom('wisconsin', account))
  const fileIds: string[] = []
  for (const { bytes, viewed } of files) {
    const { fileId } = await client.upload(reportId, Buffer.from(bytes), { name: 'synthetic.bin' })
    await client.fileInfo(reportId, fileId, describeFile(viewed === undefined ? {} : { viewedByEsp: viewed }))
    fileIds.push(fileId)
  }
  await client.finish(reportId)
  return { reportId, fileIds, tipId: await tipOf(server, reportId, people.wisconsin.agency) }
}

export const warrant = {
  kind: 'warrant',
  court: 'Synthetic Circuit Court',
  number: '2026-SW-17',
  dated: '2026-11-01',
  note: 'Synthetic note 17',
} as const
export const purpose = { purpose: 'assess the report', reason: 'Synthetic reason 17' } as const

const field = (value: unknown, name: string): string => {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
  if (typeof found !== 'string') throw new Error(`no ${name} in ${JSON.stringify(value)}`)
  return found
}

/** Records a warrant for a file; gives its id. */
export const authorise = async (person: SignedIn, tipId: string, fileId: string): Promise<string> => {
  const { body } = await person.post(`/api/tips/${tipId}/files/${fileId}/authorities`, warrant)
  return field(body, 'authorityId')
}

/** Opens a file under a warrant; gives the opening's id. */
export const openUnder = async (person: SignedIn, tipId: string, fileId: string): Promise<string> => {
  await authorise(person, tipId, fileId)
  const { body } = await person.post(`/api/tips/${tipId}/files/${fileId}/open`, purpose)
  return field(body, 'openingId')
}

/** Where the folder store keeps an object. */
export const objectPath = (server: Pick<TestServer, 'dataDir'>, fileId: string): string =>
  join(server.dataDir, 'vault', createHash('sha256').update(fileId).digest('hex').slice(0, 2), fileId)

/** Flips one bit of a stored object, `at` bytes from its end. */
export const flipBit = async (server: TestServer, fileId: string, at: number): Promise<void> => {
  const path = objectPath(server, fileId)
  const bytes = await readFile(path)
  const place = bytes.length - at
  bytes[place] = (bytes[place] ?? 0) ^ 1
  await writeFile(path, bytes)
}
