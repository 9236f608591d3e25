import type { ReportFile } from '@opentipline/contract'
import type { DescribedFile } from '../model/to-file-details.ts'
import { branch, leaf, leaves, xmlDeclaration } from '../xml/write.ts'
import { printDevice, printIpCapture } from './print-account.ts'

type Metadata = ReportFile['metadata']

/** Neighbouring entries of one type stand in one `details`; the order of all entries stays. */
const printMetadata = (metadata: Metadata): string => {
  const groups: Metadata[] = []
  for (const entry of metadata) {
    const last = groups.at(-1)
    if (last && last[0]?.type === entry.type) last.push(entry)
    else groups.push([entry])
  }
  return groups
    .map((group) =>
      branch(
        'details',
        group.map((pair) => branch('nameValuePair', [leaf('name', pair.name), leaf('value', pair.value)])),
        { type: group[0]?.type },
      ),
    )
    .join('')
}

/** The `<fileDetails>` document for one uploaded file. Throws `UnprintableError` as `printReport` does. */
export const printFileDetails = (reportId: string, fileId: string, file: DescribedFile): string =>
  xmlDeclaration +
  branch('fileDetails', [
    leaf('reportId', reportId),
    leaf('fileId', fileId),
    leaf('fileName', file.fileName),
    leaf('originalFileName', file.originalFileName),
    leaf('uploadedToEspTimestamp', file.uploadedAt),
    leaf('locationOfFile', file.locationOfFile),
    leaf('fileViewedByEsp', file.viewedByEsp),
    leaf('exifViewedByEsp', file.exifViewedByEsp),
    leaf('publiclyAvailable', file.publiclyAvailable),
    leaf('fileRelevance', file.relevance),
    leaf('potentialMeme', file.potentialMeme),
    file.annotations.length > 0
      ? branch(
          'fileAnnotations',
          file.annotations.map((name) => leaf(name, true)),
        )
      : '',
    leaf('industryClassification', file.industryClassification),
    ...file.originalHashes.map((hash) => leaf('originalFileHash', hash.value, { hashType: hash.hashType })),
    ...file.ipCaptures.map(printIpCapture),
    ...file.devices.map(printDevice),
    printMetadata(file.metadata),
    leaves('additionalInfo', file.additionalInfo),
  ])
