import { colourOf } from '../content.ts'
import type { PlannedFile, PlannedReport, Wish } from '../plan.ts'
import { randomOf } from '../random.ts'
import { dayMs, incidentTypes, isoSecond, reportOf } from '../report.ts'
import {
  accountOf,
  addressOf,
  capture,
  contactOf,
  deviceOf,
  emptyParty,
  hostIn,
  subjectOf,
} from '../subjects.ts'
import { hiddenNetwork } from '../towns.ts'

/** Enough files for a report to count as high in volume. */
const manyFiles = 26
const filesSide = 16

const stored = (wish: Wish, count: number, atMs: number): PlannedFile[] => {
  const random = randomOf(`${wish.seed} stored ${wish.index}`)
  return Array.from({ length: count }, (_, number) => ({
    name: `synthetic-${wish.index}-${number}.png`,
    content: { kind: 'colour', colour: colourOf(`${wish.seed} ${wish.index} ${number}`), side: filesSide },
    description: {
      // A match against a list: nobody at the service opened it.
      viewedByEsp: random.chance(0.3),
      publiclyAvailable: false,
      relevance: 'Reported',
      uploadedAt: isoSecond(atMs + number * 1000),
    },
  }))
}

const storage = (wish: Wish, count: number, story: string): PlannedReport => {
  const random = randomOf(`${wish.seed} cloud ${wish.index}`)
  const subject = subjectOf(wish.seed, wish.index)
  const atMs = wish.nowMs - random.int(dayMs, 45 * dayMs)
  const report = reportOf('cloud', incidentTypes.material, atMs)
  const party = accountOf(subject, 'cloud')
  party.person = contactOf(subject, isoSecond(atMs - 400 * dayMs))
  party.ipCaptures = [
    capture(addressOf(subject, random), 'Login', isoSecond(atMs - random.int(1, 90) * 60_000)),
    capture(addressOf(subject, random), 'Login', isoSecond(atMs - random.int(2, 20) * dayMs)),
  ]
  party.devices = [deviceOf(subject, isoSecond(atMs))]
  report.parties.push(party)
  report.additionalInfo = [`Synthetic narrative ${wish.index}`]
  return { kind: 'report', story, provider: 'cloud', report, files: stored(wish, count, atMs) }
}

/** Placeholder Cloud finds stored files by their digests: times are good, files mostly unviewed, ports missing. */
export const storedFiles = (wish: Wish): PlannedReport =>
  storage(wish, randomOf(`${wish.seed} count ${wish.index}`).int(1, 6), 'stored files')

/** An account with many files, shared with somebody, and in a group. */
export const largeCollection = (wish: Wish): PlannedReport => {
  const planned = storage(wish, manyFiles, 'large collection')
  const random = randomOf(`${wish.seed} collection ${wish.index}`)
  const [party] = planned.report.parties
  if (party && random.chance(0.5)) party.groupIdentifier = `synthetic-group-${random.int(1, 3)}`
  planned.report.parties.push({
    ...emptyParty('recipient'),
    espIdentifier: `cloud-${random.hex(10)}`,
    screenName: `synthetic_recipient_${random.hex(6)}`,
  })
  return planned
}

/** Every log-in came over a network for hire that hides its user; the account's e-mail is all that is left. */
export const hiddenAccount = (wish: Wish): PlannedReport => {
  const planned = storage(wish, 1, 'hidden address')
  const random = randomOf(`${wish.seed} hidden ${wish.index}`)
  for (const party of planned.report.parties)
    party.ipCaptures = party.ipCaptures.map((one) => ({
      ...one,
      ipAddress: hostIn(hiddenNetwork, random),
      possibleProxy: true,
    }))
  return planned
}
