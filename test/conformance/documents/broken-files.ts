import { type BrokenDocument, invalid } from './broken.ts'
import type { Ids } from './build.ts'
import { longer, future, noOffset } from './snippets.ts'

const fileDetails = (ids: Ids, inside: string): string =>
  `<fileDetails><reportId>${ids.reportId}</reportId><fileId>${ids.fileId}</fileId>${inside}</fileDetails>`
const annotated = (...names: string[]): string =>
  `<fileAnnotations>${names.map((name) => `<${name}/>`).join('')}</fileAnnotations>`

const fileCases: [name: string, rule: string, inside: string][] = [
  ['a file name of 2057 characters', 'length', `<originalFileName>${longer(2056)}</originalFileName>`],
  ['an upload in the future', 'past', `<uploadedToEspTimestamp>${future}</uploadedToEspTimestamp>`],
  [
    'an upload without an offset',
    'timezone-required',
    `<uploadedToEspTimestamp>${noOffset}</uploadedToEspTimestamp>`,
  ],
  ['a location with white space', 'url', '<locationOfFile>https://example.com/a b</locationOfFile>'],
  [
    'EXIF viewed and the file not',
    'exif-implies-viewed',
    '<fileViewedByEsp>false</fileViewedByEsp><exifViewedByEsp>true</exifViewedByEsp>',
  ],
  [
    'EXIF viewed and nothing said of the file',
    'exif-implies-viewed',
    '<exifViewedByEsp>true</exifViewedByEsp>',
  ],
  [
    'a supplemental meme',
    'supplemental-not-meme',
    '<fileRelevance>Supplemental Reported</fileRelevance><potentialMeme>true</potentialMeme>',
  ],
  [
    'a supplemental meme by annotation',
    'supplemental-not-meme',
    `<fileRelevance>Supplemental Reported</fileRelevance>${annotated('potentialMeme')}`,
  ],
  [
    'a supplemental file with a class',
    'supplemental-not-classified',
    '<fileRelevance>Supplemental Reported</fileRelevance><industryClassification>B2</industryClassification>',
  ],
  [
    'a hash type of 65 characters',
    'length',
    `<originalFileHash hashType="${longer(64)}">x</originalFileHash>`,
  ],
  ['a wrong network address', 'ip', '<ipCaptureEvent><ipAddress>x</ipAddress></ipCaptureEvent>'],
  ['a blank device id', 'non-blank', '<deviceId><idType>x</idType><idValue/></deviceId>'],
  [
    'an entry name of 65 characters',
    'length',
    `<details><nameValuePair><name>${longer(64)}</name><value>x</value></nameValuePair></details>`,
  ],
]

/** File details that fit the schema and break one documented rule each. They must name a file that exists. */
export const ruleBreakingFileDetails = (ids: Ids): BrokenDocument[] =>
  fileCases.map(([name, rule, inside]) =>
    invalid(name, rule, fileDetails(ids, inside), { endpoint: 'fileinfo' }),
  )

const batchedFileCases: [name: string, inside: string][] = [
  ['neither viral nor a meme', ''],
  ['another annotation', annotated('viral', 'infant')],
  ['only another annotation', annotated('generativeAi')],
  ['supplemental', `<fileRelevance>Supplemental Reported</fileRelevance>${annotated('viral')}`],
  ['an original name', `<originalFileName>x</originalFileName>${annotated('viral')}`],
  ['a location', `<locationOfFile>https://example.com/</locationOfFile>${annotated('viral')}`],
  ['a hash', `${annotated('viral')}<originalFileHash hashType="MD5">x</originalFileHash>`],
  [
    'a network event',
    `${annotated('viral')}<ipCaptureEvent><ipAddress>192.0.2.1</ipAddress></ipCaptureEvent>`,
  ],
  ['a device', `${annotated('viral')}<deviceId><idType>x</idType><idValue>y</idValue></deviceId>`],
  [
    'details',
    `${annotated('viral')}<details><nameValuePair><name>x</name><value>y</value></nameValuePair></details>`,
  ],
  ['additional information', `${annotated('viral')}<additionalInfo>x</additionalInfo>`],
]

/** The same for a file of a batched report. */
export const ruleBreakingBatchedFileDetails = (ids: Ids): BrokenDocument[] =>
  batchedFileCases.map(([name, inside]) =>
    invalid(`a batch's file with: ${name}`, 'batched-file-details', fileDetails(ids, inside), {
      endpoint: 'fileinfo',
    }),
  )

/** File details of a batched report that are to be taken. */
export const validBatchedFileDetails = (ids: Ids): { name: string; document: string }[] => [
  { name: 'viral', document: fileDetails(ids, annotated('viral')) },
  {
    name: 'a meme by annotation',
    document: fileDetails(ids, `<fileRelevance>Reported</fileRelevance>${annotated('potentialMeme')}`),
  },
  { name: 'a meme by element', document: fileDetails(ids, '<potentialMeme>true</potentialMeme>') },
  {
    name: 'both, viewed, with a class',
    document: fileDetails(
      ids,
      `<fileViewedByEsp>true</fileViewedByEsp><publiclyAvailable>true</publiclyAvailable>${annotated('potentialMeme', 'viral')}<industryClassification>A1</industryClassification>`,
    ),
  },
]
