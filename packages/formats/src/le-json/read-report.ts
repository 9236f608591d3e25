import type { InternetDetail, Party, Report, Reporter } from '@opentipline/contract'
import { repeatedParts, unreadParts } from './leftovers.ts'
import { readCaptures } from './read-captures.ts'
import { readFiles } from './read-file.ts'
import { readPerson } from './read-person.ts'
import { isAbsent, stated, takeItems, takeObject, takeText, takeTexts } from './take.ts'
import type { Tree, TreeObject } from './tree.ts'

const personKeys = [
  'firstName',
  'lastName',
  'espUserId',
  'screenName',
  'emails',
  'phones',
  'sourceInformation',
]

const readReporter = (tree: Tree | undefined): Reporter => {
  if (tree?.type !== 'object') return stated({ espName: takeText(tree) })
  const members = takeObject(tree)?.members
  const lastName = takeText(members?.get('lastName'))
  return stated({
    espName: takeText(members?.get('espName')),
    person: lastName === undefined ? undefined : { lastName, phones: [], emails: [], addresses: [] },
  })
}

const readIncident = (tree: Tree | undefined): Report['incident'] => {
  const members = takeObject(tree)?.members
  return stated({
    type: takeText(members?.get('incidentType')),
    annotations: [],
    at: takeText(members?.get('incidentDateTime')),
    atDescription: takeText(members?.get('incidentDateTimeDescription')),
  })
}

/** The first content is the message; further ones are kept beside it. */
const readEmail = (item: Tree): InternetDetail[] => {
  if (isAbsent(item)) return []
  const object = takeObject(item)
  if (object === undefined) return []
  const [content, ...more] = takeTexts(object.members.get('contents'))
  return [stated({ kind: 'email', content, additionalInfo: more })]
}

const readWebpage = (item: Tree): InternetDetail[] => {
  if (isAbsent(item)) return []
  const object = takeObject(item)
  if (object === undefined) return []
  const { urls, ipCaptures } = readCaptures(object.members.get('sourceInformation'), 'URL')
  return [
    stated({
      kind: 'webPage',
      urls: urls.length === 0 ? undefined : urls,
      ipCaptures: ipCaptures.length === 0 ? undefined : ipCaptures,
      additionalInfo: takeTexts(object.members.get('additionalInformations')),
    }),
  ]
}

const readDetails = (tree: Tree | undefined): InternetDetail[] => {
  const members = takeObject(tree)?.members
  return [
    ...takeItems(members?.get('emailIncident'), undefined, ['contents']).flatMap(readEmail),
    ...takeItems(members?.get('webpageIncident'), undefined, [
      'sourceInformation',
      'additionalInformations',
    ]).flatMap(readWebpage),
  ]
}

type People = { parties: Party[]; unstated: number }

const readPeople = (tree: Tree | undefined, wrapper: string, role: Party['role']): People => {
  const items = takeItems(tree, wrapper, personKeys).filter((item) => !isAbsent(item))
  const parties = items.flatMap((item) => readPerson(item, role) ?? [])
  return { parties, unstated: items.filter((item) => item.type === 'object').length - parties.length }
}

/** `reportedPeople.reportedPersons`; some tools write `reportedPersons` without its wrapper. */
const readReported = (members: TreeObject['members']): People => {
  const wrapped = readPeople(members.get('reportedPeople'), 'reportedPersons', 'reported')
  const bare = readPeople(members.get('reportedPersons'), 'reportedPersons', 'reported')
  return { parties: [...wrapped.parties, ...bare.parties], unstated: wrapped.unstated + bare.unstated }
}

/** What the shape itself states, and how many of its persons state nothing at all (they make no party). */
export type ReadReport = { report: Report; unstatedPersons: number; repeatedKeys: number }

/** Reads the standard part of a document. `information` is `tree`'s `reportedInformation`. */
export const readReport = (tree: TreeObject, information: TreeObject): ReadReport => {
  tree.read = true
  information.read = true
  const { members } = information
  const reported = readReported(members)
  const recipients = readPeople(members.get('intendedRecipients'), 'intendedRecipients', 'recipient')
  const origin: Report['origin'] = stated({
    kind: 'le-json',
    sourceReportId: takeText(tree.members.get('reportId')),
    dateReceived: takeText(tree.members.get('dateReceived')),
  })
  const read: Report = {
    model: 'opentipline-report/1',
    origin,
    incident: readIncident(members.get('incidentSummary')),
    internetDetails: readDetails(members.get('incidentDetails')),
    reporter: readReporter(members.get('reportingEsp')),
    parties: [...reported.parties, ...recipients.parties],
    files: readFiles(members.get('uploadedFiles')),
    additionalInfo: takeTexts(members.get('additionalInformations')),
    unknownFields: [],
  }
  const repeated = repeatedParts(tree)
  return {
    report: { ...read, unknownFields: [...unreadParts(tree), ...repeated] },
    unstatedPersons: reported.unstated + recipients.unstated,
    repeatedKeys: repeated.length,
  }
}
