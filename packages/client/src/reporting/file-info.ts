import { type DescribedFile, printFileDetails } from '@opentipline/formats'
import { attempt, type Connection } from './attempt.ts'
import { xmlBody } from './body.ts'
import { reportResponseOf } from './read-answer.ts'

/** What a provider says about a file; the ids are told apart from it. */
export type FileDescription = Omit<DescribedFile, 'fileId'>

/** A description with nothing stated but what is given. Whether the file was viewed follows from `viewedByEsp`. */
export const describeFile = (given: Partial<Omit<FileDescription, 'viewState'>>): FileDescription => ({
  annotations: [],
  originalHashes: [],
  ipCaptures: [],
  urls: [],
  devices: [],
  metadata: [],
  additionalInfo: [],
  ...given,
  viewState:
    given.viewedByEsp === undefined
      ? 'not stated'
      : given.viewedByEsp
        ? 'viewed for this report'
        : 'not viewed',
})

/** Sends a `<fileDetails>` document as it is. It may be made once per file, and is repeated only if nothing was stored. */
export const fileInfoXml = async (connection: Connection, xml: string): Promise<void> => {
  const request = { method: 'POST', path: '/fileinfo', body: xmlBody(xml) } as const
  reportResponseOf('fileinfo', await attempt(connection, 'fileinfo', request, 'when nothing was stored'))
}

/** Describes an uploaded file. */
export const fileInfo = (
  connection: Connection,
  reportId: string,
  fileId: string,
  description: FileDescription,
): Promise<void> => fileInfoXml(connection, printFileDetails(reportId, fileId, { ...description, fileId }))
