import { colourOf } from '../content.ts'
import type { PlannedReport, Wish } from '../plan.ts'
import { randomOf } from '../random.ts'
import { dayMs, incidentTypes, isoSecond, reportOf } from '../report.ts'
import { addressOf, capture, contactOf, emptyParty, hostIn, subjectOf } from '../subjects.ts'
import { unknownNetwork } from '../towns.ts'

/** A date that was padded with a time: midnight, with nothing said about what it is the time of. */
const midnight = (atMs: number): string => `${new Date(atMs).toISOString().slice(0, 10)}T00:00:00Z`

/** Thin Forum reports as little as the form takes: an address or an e-mail, a day, sometimes a file nobody opened. */
export const thinReport = (wish: Wish): PlannedReport => {
  const random = randomOf(`${wish.seed} thin ${wish.index}`)
  const subject = subjectOf(wish.seed, wish.index)
  const atMs = wish.nowMs - random.int(2 * dayMs, 120 * dayMs)
  const report = reportOf('forum', incidentTypes.material, atMs)
  report.incident.at = midnight(atMs)
  const party = emptyParty('reported')
  party.ipCaptures = [{ ipAddress: addressOf(subject, random), eventName: 'Unknown' }]
  if (random.chance(0.35)) party.person = contactOf({ ...subject, phone: undefined }, undefined)
  report.parties.push(party)
  const file = {
    name: 'synthetic.png',
    content: { kind: 'colour' as const, colour: colourOf(`${wish.seed} thin ${wish.index}`), side: 32 },
  }
  return { kind: 'report', story: 'thin', provider: 'forum', report, files: random.chance(0.5) ? [file] : [] }
}

/** Nothing leads to a place: no table knows the address. It waits in the clearinghouse. */
export const placeless = (wish: Wish): PlannedReport => {
  const random = randomOf(`${wish.seed} placeless ${wish.index}`)
  const atMs = wish.nowMs - random.int(dayMs, 30 * dayMs)
  const report = reportOf('forum', incidentTypes.unsolicited, atMs)
  const party = { ...emptyParty('reported'), screenName: `synthetic_${random.hex(8)}` }
  if (random.chance(0.6))
    party.ipCaptures = [capture(hostIn(unknownNetwork, random), 'Login', isoSecond(atMs))]
  report.parties.push(party)
  report.additionalInfo = [`Synthetic narrative ${wish.index}`]
  return { kind: 'report', story: 'no place', provider: 'forum', report, files: [] }
}
