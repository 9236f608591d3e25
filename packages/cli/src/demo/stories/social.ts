import { colourOf } from '../content.ts'
import type { PlannedFile, PlannedReport, Wish } from '../plan.ts'
import { randomOf } from '../random.ts'
import { dayMs, incidentTypes, isoSecond, reportOf } from '../report.ts'
import { accountOf, addressOf, capture, emptyParty, subjectOf } from '../subjects.ts'

/** Items that go round: every report of one of them carries the same bytes. */
const viralItems = 4
const viralSide = 64

const viralFile = (seed: string, item: number, marks: string[]): PlannedFile => ({
  name: 'synthetic-viral.png',
  content: { kind: 'colour', colour: colourOf(`${seed} viral ${item}`), side: viralSide },
  description: { viewedByEsp: true, relevance: 'Reported', annotations: marks },
})

/** Specimen Social reports everything its filters touch: little detail, no port, detection times, marked informational. */
export const floodReport = (wish: Wish): PlannedReport => {
  const random = randomOf(`${wish.seed} flood ${wish.index}`)
  const subject = subjectOf(wish.seed, wish.index)
  const atMs = wish.nowMs - random.int(60_000, 6 * dayMs)
  const report = reportOf('social', incidentTypes.material, atMs)
  report.incident.atDescription = 'Time of detection'
  const party = accountOf(subject, 'social')
  party.ipCaptures = [
    capture(addressOf(subject, random), 'Login', isoSecond(atMs - random.int(1, 30) * dayMs)),
  ]
  report.parties.push(party)
  const viral = random.chance(0.55)
  if (!viral || random.chance(0.4)) report.incident.annotations = ['informational']
  const files = viral ? [viralFile(wish.seed, random.int(1, viralItems), ['viral'])] : []
  return { kind: 'report', story: viral ? 'viral copy' : 'informational', provider: 'social', report, files }
}

/** One viral item and the accounts that passed it on, as the batched form of the contract wants it. */
export const viralBatch = (wish: Wish): PlannedReport => {
  const random = randomOf(`${wish.seed} batch ${wish.index}`)
  const atMs = wish.nowMs - random.int(3_600_000, 5 * dayMs)
  const report = reportOf('social', incidentTypes.material, atMs)
  report.batchedReason = 'VIRAL_POTENTIAL_MEME'
  report.parties = Array.from({ length: random.int(3, 20) }, () => ({
    ...emptyParty('reported'),
    espIdentifier: `social-${random.hex(10)}`,
  }))
  const files = [viralFile(wish.seed, random.int(1, viralItems), ['viral', 'potentialMeme'])]
  return { kind: 'report', story: 'viral batch', provider: 'social', report, files }
}
