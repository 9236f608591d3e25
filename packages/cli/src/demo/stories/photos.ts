import type { Report } from '@opentipline/contract'
import { colourOf } from '../content.ts'
import type { PlannedFile, PlannedReport, Wish } from '../plan.ts'
import { type Random, randomOf } from '../random.ts'
import { dayMs, hourMs, incidentTypes, isoSecond, reportOf } from '../report.ts'
import {
  accountOf,
  addressOf,
  capture,
  contactOf,
  deviceOf,
  portOf,
  type Subject,
  subjectOf,
} from '../subjects.ts'

const solidSide = 48

/** An upload as the careful service describes it: viewed, timed, addressed, with its digest from the store. */
const uploaded = (seed: string, random: Random, subject: Subject, atMs: number): PlannedFile => ({
  name: `synthetic-${random.hex(8)}.png`,
  content: { kind: 'colour', colour: colourOf(`${seed} ${random.hex(8)}`), side: solidSide },
  description: {
    viewedByEsp: random.chance(0.75),
    publiclyAvailable: random.chance(0.2),
    relevance: 'Reported',
    industryClassification: random.pick(['A1', 'A2', 'B1', 'B2']),
    uploadedAt: isoSecond(atMs),
    originalFileName: `synthetic-${random.hex(4)}.png`,
    ipCaptures: [capture(addressOf(subject, random), 'Upload', isoSecond(atMs), portOf(random))],
  },
})

const careful = (wish: Wish, subject: Subject, random: Random): { report: Report; atMs: number } => {
  const atMs = wish.nowMs - random.int(2 * hourMs, 20 * dayMs)
  const report = reportOf('photos', incidentTypes.material, atMs)
  const party = accountOf(subject, 'photos')
  party.person = contactOf(subject, isoSecond(atMs - random.int(30, 900) * dayMs))
  party.ipCaptures = [
    capture(addressOf(subject, random), 'Upload', isoSecond(atMs), portOf(random)),
    capture(
      addressOf(subject, random),
      'Login',
      isoSecond(atMs - random.int(1, 60) * 60_000),
      portOf(random),
    ),
    capture(addressOf(subject, random, 'v6'), 'Registration', isoSecond(atMs - random.int(100, 900) * dayMs)),
  ]
  party.devices = [deviceOf(subject, isoSecond(atMs))]
  party.compromisedAccount = false
  report.incident.atDescription = 'Time of the upload'
  report.parties.push(party)
  report.additionalInfo = [`Synthetic narrative ${wish.index}`]
  return { report, atMs }
}

/** Example Photos reports well: times to the second, ports, contacts, files viewed and described. */
export const carefulUpload = (wish: Wish): PlannedReport => {
  const random = randomOf(`${wish.seed} photos ${wish.index}`)
  const subject = subjectOf(wish.seed, wish.index)
  const { report, atMs } = careful(wish, subject, random)
  const files = Array.from({ length: random.int(1, 4) }, () => uploaded(wish.seed, random, subject, atMs))
  return { kind: 'report', story: 'careful upload', provider: 'photos', report, files }
}

/** As careful, and every file is labelled as generated. */
export const generatedUpload = (wish: Wish): PlannedReport => {
  const planned = carefulUpload(wish)
  const files = planned.files.map((file) => ({
    ...file,
    description: { ...file.description, annotations: ['generativeAi'] },
  }))
  return { ...planned, story: 'generated images', files }
}

/** An upload by somebody who is stated to know the child: the address of both is known. */
export const urgentUpload = (wish: Wish): PlannedReport => {
  const planned = carefulUpload(wish)
  const { report } = planned
  report.incident.escalateToHighPriority = `Synthetic reason for priority ${wish.index}`
  return { ...planned, story: 'urgent' }
}
