import type { Party } from '@opentipline/contract'
import type { PlannedReport, Wish } from '../plan.ts'
import { type Random, randomOf } from '../random.ts'
import { dayMs, hourMs, incidentTypes, isoSecond, reportOf } from '../report.ts'
import {
  accountOf,
  addressOf,
  capture,
  contactOf,
  deviceOf,
  emptyParty,
  emptyPerson,
  hostIn,
  portOf,
  subjectOf,
} from '../subjects.ts'
import { carriers, elsewhere, milwaukee, sanDiego, seattle } from '../towns.ts'

const messages = (random: Random, index: number): string =>
  Array.from(
    { length: random.int(4, 14) },
    (_, line) => `[${line % 2 === 0 ? 'A' : 'B'}] Synthetic message ${index}.${line + 1}`,
  ).join('\n')

/** The child's account as the service holds it. Sometimes with an age, a place or a school. */
const child = (wish: Wish, random: Random): Party => {
  const party: Party = {
    ...emptyParty('child'),
    person: { ...emptyPerson(), ...(random.chance(0.6) ? { age: random.int(9, 16) } : {}) },
    screenName: `synthetic_child_account_${random.hex(6)}`,
    espIdentifier: `chat-${random.hex(10)}`,
  }
  if (random.chance(0.5)) {
    const town = random.pick([milwaukee, milwaukee, seattle, sanDiego, ...elsewhere.slice(0, 3)])
    party.estimatedLocation = { city: town.city, region: town.region, countryCode: town.country }
  }
  if (random.chance(0.2)) party.schoolName = `Synthetic School ${wish.index}`
  return party
}

const conversation = (wish: Wish): PlannedReport => {
  const random = randomOf(`${wish.seed} chat ${wish.index}`)
  const subject = subjectOf(wish.seed, wish.index)
  const atMs = wish.nowMs - random.int(hourMs, 12 * dayMs)
  const report = reportOf('chat', incidentTypes.enticement, atMs)
  report.incident.platform = 'Sample Chat for phones'
  report.incident.atDescription = 'Time of the last message'
  report.internetDetails = [
    {
      kind: 'chatIm',
      client: 'Sample Chat',
      name: `synthetic-room-${random.hex(6)}`,
      content: messages(random, wish.index),
      additionalInfo: [],
    },
  ]
  const party = accountOf(subject, 'chat')
  party.person = contactOf(subject, undefined)
  party.ipCaptures = [capture(addressOf(subject, random), 'Login', isoSecond(atMs), portOf(random))]
  party.devices = [deviceOf(subject, isoSecond(atMs))]
  report.parties.push(party, child(wish, random))
  report.additionalInfo = [`Synthetic narrative ${wish.index}`]
  return { kind: 'report', story: 'conversation', provider: 'chat', report, files: [] }
}

/** Sample Chat sends the conversation with its report. */
export const chatReport = (wish: Wish): PlannedReport => conversation(wish)

/** A conversation annotated as extortion, with a file that was passed on. */
export const extortionReport = (wish: Wish): PlannedReport => {
  const planned = conversation(wish)
  const random = randomOf(`${wish.seed} extortion ${wish.index}`)
  planned.report.incident.annotations = ['sextortion']
  const file = {
    name: `synthetic-${random.hex(8)}.bin`,
    content: { kind: 'noise', seed: `${wish.seed} file ${wish.index}`, sizeBytes: random.int(2_000, 20_000) },
    description: {
      viewedByEsp: random.chance(0.5),
      relevance: 'Reported',
      annotations: ['possibleSelfProduction'],
    },
  } as const
  return {
    ...planned,
    story: 'extortion',
    files: [
      { ...file, description: { ...file.description, annotations: [...file.description.annotations] } },
    ],
  }
}

/** A conversation that the service asks to be read at once, with the child's place stated. */
export const urgentChat = (wish: Wish): PlannedReport => {
  const planned = conversation(wish)
  const random = randomOf(`${wish.seed} urgent ${wish.index}`)
  planned.report.incident.escalateToHighPriority = `Synthetic reason for priority ${wish.index}`
  for (const party of planned.report.parties)
    if (party.role === 'child' && !party.estimatedLocation) {
      const town = random.pick([milwaukee, seattle, sanDiego])
      party.estimatedLocation = { city: town.city, region: town.region, countryCode: town.country }
    }
  return { ...planned, story: 'urgent conversation' }
}

/** The address is a mobile carrier's, and the service kept no port: many subscribers stand behind it. */
export const carrierWithoutPort = (wish: Wish): PlannedReport => {
  const planned = conversation(wish)
  const random = randomOf(`${wish.seed} carrier ${wish.index}`)
  const carrier = random.pick(carriers)
  for (const party of planned.report.parties)
    if (party.role === 'reported')
      party.ipCaptures = party.ipCaptures.map(({ at, eventName }) =>
        capture(hostIn(carrier.v4, random), eventName ?? 'Login', at ?? isoSecond(wish.nowMs - dayMs)),
      )
  return { ...planned, story: 'shared address without port' }
}

/** A report that enticement took place and little else: no conversation, no time, no place of the reported person. */
export const bareEnticement = (wish: Wish): PlannedReport => {
  const planned = conversation(wish)
  const { report } = planned
  report.incident.atDescription = 'Time of detection'
  report.internetDetails = []
  report.parties = report.parties.flatMap((party): Party[] =>
    party.role === 'reported'
      ? [{ ...party, ipCaptures: party.ipCaptures.map(({ ipAddress }) => ({ ipAddress })), devices: [] }]
      : [],
  )
  return { ...planned, story: 'enticement without the conversation' }
}

/** The service asks for priority and kept neither address nor conversation: only where the child says to live. */
export const urgentBare = (wish: Wish): PlannedReport => {
  const planned = urgentChat(wish)
  const { report } = planned
  report.internetDetails = []
  report.parties = report.parties.map((party) =>
    party.role === 'reported' ? { ...party, ipCaptures: [], devices: [] } : party,
  )
  return { ...planned, story: 'urgent and bare' }
}
