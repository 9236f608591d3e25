import type { ReportFile, ViewState } from '@opentipline/contract'
import type { WireDocument } from '../parse.ts'
import { childNamed, childrenNamed, type WireNode } from '../xml/tree.ts'
import { readDevice, readIpCapture } from './read-account.ts'
import { attributeOf, booleanOf, stated, textOf, textsOf, trimmedOf } from './read.ts'

/** What a provider says about one uploaded file; what was received of its bytes is not its to say. */
export type DescribedFile = Omit<ReportFile, 'received'>
export type FileDetails = { reportId: string; fileId: string; file: DescribedFile }

/** Three answers, not two: a provider that says nothing has not said "not viewed". */
export const viewStateOf = (viewedByEsp: boolean | undefined): ViewState => {
  if (viewedByEsp === undefined) return 'not stated'
  return viewedByEsp ? 'viewed for this report' : 'not viewed'
}

const readMetadata = (details: WireNode): ReportFile['metadata'] =>
  childrenNamed(details, 'nameValuePair').map((pair) =>
    stated({
      type: attributeOf(details, 'type'),
      name: textOf(pair, 'name') ?? '',
      value: textOf(pair, 'value') ?? '',
    }),
  )

const readFile = (root: WireNode, fileId: string): DescribedFile => {
  const viewedByEsp = booleanOf(root, 'fileViewedByEsp')
  return stated({
    fileId,
    fileName: textOf(root, 'fileName'),
    originalFileName: textOf(root, 'originalFileName'),
    uploadedAt: trimmedOf(root, 'uploadedToEspTimestamp'),
    locationOfFile: textOf(root, 'locationOfFile'),
    viewedByEsp,
    viewState: viewStateOf(viewedByEsp),
    exifViewedByEsp: booleanOf(root, 'exifViewedByEsp'),
    publiclyAvailable: booleanOf(root, 'publiclyAvailable'),
    relevance: textOf(root, 'fileRelevance'),
    potentialMeme: booleanOf(root, 'potentialMeme'),
    annotations: (childNamed(root, 'fileAnnotations')?.children ?? []).map((child) => child.name),
    industryClassification: textOf(root, 'industryClassification'),
    originalHashes: childrenNamed(root, 'originalFileHash').map((hash) => ({
      hashType: attributeOf(hash, 'hashType') ?? '',
      value: hash.text,
    })),
    ipCaptures: childrenNamed(root, 'ipCaptureEvent').map(readIpCapture),
    urls: [],
    devices: childrenNamed(root, 'deviceId').map(readDevice),
    metadata: childrenNamed(root, 'details').flatMap(readMetadata),
    additionalInfo: textsOf(root, 'additionalInfo'),
  })
}

/** The report id, the file id and the described file of a valid `<fileDetails>`. */
export const toFileDetails = (document: WireDocument): FileDetails => {
  const { root } = document
  const fileId = trimmedOf(root, 'fileId') ?? ''
  return { reportId: trimmedOf(root, 'reportId') ?? '', fileId, file: readFile(root, fileId) }
}
