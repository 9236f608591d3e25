import { anyOrder, attribute, type ComplexType, flag, many, one, opt, sequence, textOf } from './declare.ts'

const fileAnnotations = anyOrder([
  flag('animeDrawingVirtualHentai'),
  flag('potentialMeme'),
  flag('viral'),
  flag('possibleSelfProduction'),
  flag('physicalHarm'),
  flag('violenceGore'),
  flag('bestiality'),
  flag('liveStreaming'),
  flag('infant'),
  flag('generativeAi'),
])

const fileDetails = sequence([
  one('reportId', 'xs:long'),
  one('fileId', 'xs:token', { nonBlank: true }),
  opt('fileName', 'xs:string'),
  opt('originalFileName', 'xs:string', { lengthMax: 2056 }),
  opt('uploadedToEspTimestamp', 'xs:dateTime', { past: true }),
  opt('locationOfFile', 'xs:string', { url: true, lengthMax: 2083 }),
  opt('fileViewedByEsp', 'xs:boolean'),
  opt('exifViewedByEsp', 'xs:boolean'),
  opt('publiclyAvailable', 'xs:boolean'),
  opt('fileRelevance', 'fileRelevance'),
  { choice: [opt('potentialMeme', 'xs:boolean'), opt('fileAnnotations', 'fileAnnotations')] },
  opt('industryClassification', 'fileClassification'),
  many('originalFileHash', 'hash'),
  opt('ipCaptureEvent', 'ipCaptureEvent'),
  many('deviceId', 'deviceId'),
  many('details', 'details'),
  many('additionalInfo', 'text'),
])

export const rootTypes: Record<string, ComplexType> = {
  report: sequence([
    opt('batchedReport', 'batchedReport'),
    one('incidentSummary', 'incidentSummary'),
    many('internetDetails', 'internetDetails'),
    opt('lawEnforcement', 'lawEnforcement'),
    one('reporter', 'reporter'),
    many('personOrUserReported', 'personOrUserReported'),
    many('intendedRecipient', 'intendedRecipient'),
    many('victim', 'victim'),
    opt('additionalInfo', 'text'),
  ]),
  lawEnforcement: sequence([
    one('agencyName', 'xs:string', { lengthMax: 255 }),
    opt('caseNumber', 'xs:string', { lengthMax: 100 }),
    opt('officerContact', 'contactPerson'),
    opt('reportedToLe', 'reportedToLawEnforcement'),
    opt('servedLegalProcessDomestic', 'xs:boolean'),
    opt('servedLegalProcessInternational', 'servedLegalProcessInternational'),
  ]),
  reportedToLawEnforcement: textOf('xs:boolean'),
  servedLegalProcessInternational: textOf('xs:boolean', [attribute('fleaCountry', 'country')]),
  reporter: sequence([
    one('reportingPerson', 'person'),
    opt('contactPerson', 'contactPerson'),
    opt('companyTemplate', 'text'),
    opt('termsOfService', 'text'),
    opt('legalURL', 'xs:string', { url: true, lengthMax: 2083 }),
  ]),
  fileAnnotations,
  fileDetails,
  hash: textOf('xs:string', [
    { name: 'hashType', type: 'xs:string', required: true, rule: { lengthMax: 64 } },
  ]),
  details: sequence(
    [{ ...one('nameValuePair', 'nameValue'), max: 'many' }],
    [attribute('type', 'metadataTypes')],
  ),
  nameValue: sequence([one('name', 'xs:string', { lengthMax: 64 }), one('value', 'xs:string')]),
  reportResponse: sequence([
    one('responseCode', 'xs:int'),
    one('responseDescription', 'xs:string'),
    opt('reportId', 'xs:long'),
    opt('fileId', 'xs:token'),
    opt('hash', 'xs:token'),
  ]),
  reportDoneResponse: sequence([
    one('responseCode', 'xs:int'),
    one('reportId', 'xs:long'),
    one('files', 'reportDoneFiles'),
  ]),
  reportDoneFiles: sequence([many('fileId', 'xs:string')]),
}
