import type { IpCapture, ReportFile, ViewState } from '@opentipline/contract'
import { ipCapture, orNull, sourceInformation, urlCapture, values, wrapped } from './print-parts.ts'
import type { Plain } from './tree.ts'
import { utcSeconds } from './utc-seconds.ts'

/**
 * The format has three states for a fact of four. A file viewed earlier under its hash was not viewed for this
 * report: printed as true, its reader would open it without a warrant; printed as false, a fact would be denied.
 */
const viewedByEsp = (state: ViewState): boolean | null => {
  switch (state) {
    case 'viewed for this report':
      return true
    case 'not viewed':
      return false
    case 'viewed historically by hash':
    case 'not stated':
      return null
  }
}

/** The digest over the bytes as the clearinghouse has them, else what the provider says it is. */
const verificationHash = (file: ReportFile): string | null => {
  const original = file.originalHashes.find(({ hashType }) => hashType.toUpperCase() === 'MD5')
  return file.verificationHash ?? file.received?.md5 ?? original?.value ?? null
}

/**
 * A known reader stops at a file's capture whose type contains "IP" and whose time is missing, and writes nothing at
 * all. The type then says in other words what it is; readers that look at the value still see an address.
 */
const untimedType = 'Network address, time not stated'
const captureOf = (capture: IpCapture): Plain =>
  ipCapture(capture, utcSeconds(capture.at) === null ? untimedType : 'IP Address')

const uploadTimeName = 'Upload Date and Time'

/** The upload time has no key of its own here; known readers look for it under this name. */
const metadataOf = (file: ReportFile): Plain[] => {
  const uploadedAt = utcSeconds(file.uploadedAt)
  const named = file.metadata.some(({ name }) => name === uploadTimeName)
  const time = uploadedAt === null || named ? [] : [{ name: uploadTimeName, value: uploadedAt }]
  return [...file.metadata.map(({ name, value }) => ({ name, value })), ...time]
}

const urlsOf = (file: ReportFile): string[] =>
  file.locationOfFile === undefined || file.urls.includes(file.locationOfFile)
    ? file.urls
    : [...file.urls, file.locationOfFile]

/** A file as the readers index it: every key present, null where nothing is stated. */
export const printFile = (file: ReportFile): Plain => ({
  filename: file.fileName ?? file.fileId,
  originalFilename: orNull(file.originalFileName),
  submittalId: orNull(file.submittalId),
  verificationHash: verificationHash(file),
  viewedByEsp: viewedByEsp(file.viewState),
  industryClassification: orNull(file.industryClassification),
  ncmecTags:
    file.tagGroups === undefined ? null : { groups: file.tagGroups.map((tags) => ({ tags: values(tags) })) },
  sourceInformation: sourceInformation([
    ...file.ipCaptures.map(captureOf),
    ...urlsOf(file).map((url) => urlCapture('URL', url)),
  ]),
  espMetadata: wrapped('metadatas', metadataOf(file)),
  additionalInformations: values(file.additionalInfo),
})
