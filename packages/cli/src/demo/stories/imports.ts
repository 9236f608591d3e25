import { createHash } from 'node:crypto'
import { bytesOf, colourOf } from '../content.ts'
import type { PlannedImport, Wish } from '../plan.ts'
import { type Random, randomOf } from '../random.ts'
import { dayMs, incidentTypes, isoSecond } from '../report.ts'
import { addressOf, portOf, type Subject, subjectOf } from '../subjects.ts'
import { milwaukee, sanDiego, seattle, type Town } from '../towns.ts'

/** Who imports what a data system delivered, and the town it is about. */
const importers: readonly { person: string; town: Town }[] = [
  { person: 'demo-officer-wi', town: milwaukee },
  { person: 'demo-officer-wi', town: milwaukee },
  { person: 'demo-officer-wa', town: seattle },
  { person: 'demo-officer-sd', town: sanDiego },
]

/** Numbers that no clearinghouse gives out today, so that none is taken for a real one. */
const firstNumber = 900_000_000

const captures = (subject: Subject, random: Random, atMs: number) => ({
  sourceCaptures: [
    {
      captureType: 'IP Address',
      value: addressOf(subject, random),
      dateTime: isoSecond(atMs),
      port: String(portOf(random)),
      eventName: 'Login',
    },
    {
      captureType: 'IP Address',
      value: addressOf(subject, random, 'v6'),
      dateTime: isoSecond(atMs - 3 * dayMs),
      port: null,
      eventName: 'Registration',
    },
  ],
})

const reported = (subject: Subject, random: Random, atMs: number, later: boolean) => ({
  firstName: 'Synthetic',
  middleName: null,
  lastName: `Person ${subject.id}`,
  gender: 'N/A',
  dateOfBirth: null,
  occupation: later ? 'Synthetic occupation' : null,
  espService: 'Example Photos',
  espUserId: `photos-${random.hex(10)}`,
  // What the first document leaves open, the later one answers: that is what an amendment is for.
  accessToChildren: later ? 'Yes' : 'N/A',
  convictedSexOffender: later && random.chance(0.4) ? 'Yes' : 'N/A',
  screenName: { value: `synthetic_${subject.id}` },
  emails: { emails: [{ value: subject.email, verified: true }] },
  phones: subject.phone ? { phones: [{ value: subject.phone, verified: false }] } : null,
  addresses: {
    addresses: [
      {
        street1: `${random.int(1, 99)} Example Street`,
        street2: null,
        city: subject.town.city,
        state: subject.town.region,
        postalCode: subject.town.postalCode ?? null,
        country: subject.town.country,
      },
    ],
  },
  sourceInformation: captures(subject, random, atMs),
  additionalInformations: null,
})

const file = (wish: Wish, reportId: string, number: number, atMs: number, random: Random) => ({
  filename: `${reportId}-${number}.png`,
  originalFilename: `synthetic-${number}.png`,
  submittalId: `synthetic-${reportId}-${number}`,
  verificationHash: createHash('md5')
    .update(
      bytesOf({ kind: 'colour', colour: colourOf(`${wish.seed} import ${reportId} ${number}`), side: 24 }),
    )
    .digest('hex'),
  viewedByEsp: random.chance(0.5),
  industryClassification: random.pick(['A1', 'A2', 'B1', 'B2', null]),
  ncmecTags: { groups: [{ tags: [{ value: `Synthetic tag ${random.int(1, 4)}` }] }] },
  sourceInformation: null,
  espMetadata: { metadatas: [{ name: 'Upload Date and Time', value: isoSecond(atMs) }] },
  additionalInformations: [],
})

const document = (wish: Wish, town: Town, revision: number): string => {
  // The same choices for each revision: only what the revision adds differs.
  const random = randomOf(`${wish.seed} import ${wish.index}`)
  const subject = subjectOf(wish.seed, wish.index, town)
  const atMs = wish.nowMs - random.int(2 * dayMs, 25 * dayMs)
  const reportId = String(firstNumber + wish.index)
  const later = revision > 1
  const person = reported(subject, random, atMs, later)
  const files = Array.from({ length: revision }, (_, number) =>
    file(wish, reportId, number + 1, atMs, random),
  )
  const told = {
    reportId,
    dateReceived: isoSecond(atMs + dayMs),
    reportedInformation: {
      reportingEsp: { espName: 'Example Photos', lastName: 'Synthetic Reporting Team' },
      incidentSummary: {
        incidentType: incidentTypes.material,
        incidentDateTime: isoSecond(atMs),
        incidentDateTimeDescription: 'Time of the upload',
      },
      additionalInformations: [
        { value: `Synthetic narrative ${wish.index}` },
        ...(later ? [{ value: `Synthetic supplement ${wish.index}` }] : []),
      ],
      reportedPeople: { reportedPersons: [person] },
      uploadedFiles: { uploadedFiles: files },
    },
    // Nobody has documented this key: it is kept, counted and shown.
    ...(wish.index % 2 === 0 ? { syntheticUnknownKey: `Synthetic value ${wish.index}` } : {}),
  }
  return `${JSON.stringify(told, null, 2)}\n`
}

const imported = (wish: Wish, story: string, supplements: number): PlannedImport => {
  const { person, town } = randomOf(`${wish.seed} importer ${wish.index}`).pick(importers)
  const name = `synthetic-${wish.index}`
  return {
    kind: 'import',
    story,
    person,
    document: { name: `${name}.json`, text: document(wish, town, 1) },
    supplements: Array.from({ length: supplements }, (_, at) => ({
      name: `${name}-supplement-${at + 1}.json`,
      text: document(wish, town, at + 2),
    })),
  }
}

/** A report that a data system delivered, imported by an officer. */
export const importedReport = (wish: Wish): PlannedImport => imported(wish, 'import', 0)

/** The same with a later document of the same number, which makes the report stand differently. */
export const amendedReport = (wish: Wish): PlannedImport => imported(wish, 'import with amendment', 1)
