import { coordinatesHaveRange } from '../choices.ts'
import {
  anyOrder,
  attribute,
  type ComplexType,
  choice,
  flag,
  many,
  nothing,
  one,
  opt,
  sequence,
  textOf,
  type ValueRule,
} from './declare.ts'

const incidentKinds = [
  'webPageIncident',
  'emailIncident',
  'newsgroupIncident',
  'chatImIncident',
  'onlineGamingIncident',
  'cellPhoneIncident',
  'nonInternetIncident',
  'peer2peerIncident',
]
const rangeOf = (most: number): ValueRule | undefined =>
  coordinatesHaveRange ? { min: -most, max: most } : undefined
const name255 = { lengthMax: 255 } as const
const content = opt('content', 'content')
const additionalInfo = opt('additionalInfo', 'text')

export const incidentTypesTable: Record<string, ComplexType> = {
  text: textOf('xs:string'),
  content: textOf('xs:string'),
  batchedReport: nothing([{ name: 'reason', type: 'batchedReportReason', required: true }]),
  reportAnnotations: anyOrder([
    flag('sextortion'),
    flag('csamSolicitation'),
    flag('minorToMinorInteraction'),
    flag('spam'),
    flag('sadisticOnlineExploitation'),
    flag('informational', '2026-08'),
    flag('potentialAggravatingFactors', '2026-08'),
    flag('instrumentalUse', '2026-08'),
  ]),
  incidentSummary: sequence([
    one('incidentType', 'incidentType'),
    opt('platform', 'xs:string', { lengthMax: 256 }),
    opt('escalateToHighPriority', 'xs:string', { nonBlank: true, lengthMax: 3000 }),
    opt('reportAnnotations', 'reportAnnotations'),
    one('incidentDateTime', 'xs:dateTime', { past: true }),
    opt('incidentDateTimeDescription', 'xs:string', { lengthMax: 3000 }),
  ]),
  internetDetails: choice(incidentKinds.map((kind) => one(kind, kind))),
  webPageIncident: sequence(
    [many('url', 'xs:string', { url: true, lengthMax: 2083 }), additionalInfo],
    [attribute('thirdPartyHostedContent', 'xs:boolean')],
  ),
  emailIncident: sequence([many('emailAddress', 'email'), content, additionalInfo]),
  newsgroupIncident: sequence([
    opt('name', 'xs:string', name255),
    many('emailAddress', 'email'),
    content,
    additionalInfo,
  ]),
  chatImIncident: sequence([
    opt('chatClient', 'xs:string', name255),
    opt('chatRoomName', 'xs:string', name255),
    content,
    additionalInfo,
  ]),
  onlineGamingIncident: sequence([
    opt('gameName', 'xs:string', name255),
    opt('console', 'xs:string', name255),
    content,
    additionalInfo,
  ]),
  cellPhoneIncident: sequence([
    opt('phoneNumber', 'phone'),
    opt('latitude', 'latlong', rangeOf(90)),
    opt('longitude', 'latlong', rangeOf(180)),
    additionalInfo,
  ]),
  nonInternetIncident: sequence([
    opt('locationName', 'xs:string', name255),
    many('incidentAddress', 'address'),
    additionalInfo,
  ]),
  peer2peerIncident: sequence([
    opt('client', 'xs:string', name255),
    many('ipCaptureEvent', 'ipCaptureEvent'),
    opt('fileNames', 'xs:string'),
    additionalInfo,
  ]),
  ipCaptureEvent: sequence([
    one('ipAddress', 'xs:string', { nonBlank: true, ip: true }),
    opt('eventName', 'ipCaptureType'),
    opt('dateTime', 'xs:dateTime', { past: true }),
    opt('possibleProxy', 'xs:boolean'),
    opt('port', 'xs:int', { min: 1, max: 65535 }),
  ]),
  deviceId: sequence([
    one('idType', 'xs:string', { nonBlank: true, lengthMax: 255 }),
    one('idValue', 'xs:string', { nonBlank: true, lengthMax: 2083 }),
    opt('eventName', 'ipCaptureType'),
    opt('dateTime', 'xs:dateTime', { past: true }),
  ]),
}
