import type { PlannedFiling, Wish } from './plan.ts'
import { randomOf } from './random.ts'
import {
  bareEnticement,
  carrierWithoutPort,
  chatReport,
  extortionReport,
  urgentBare,
  urgentChat,
} from './stories/chat.ts'
import { hiddenAccount, largeCollection, storedFiles } from './stories/cloud.ts'
import { placeless, thinReport } from './stories/forum.ts'
import { amendedReport, importedReport } from './stories/imports.ts'
import { carefulUpload, generatedUpload, urgentUpload } from './stories/photos.ts'
import { floodReport, viralBatch } from './stories/social.ts'

/**
 * How often each story is told, in parts of a thousand. No source gives such a mix: it is a choice, explained in
 * docs/explanation/demonstration.md, so that each kind of report is met and most of them are ordinary.
 */
export const mix: readonly { tell: (wish: Wish) => PlannedFiling; share: number }[] = [
  { tell: floodReport, share: 250 },
  { tell: carefulUpload, share: 170 },
  { tell: thinReport, share: 140 },
  { tell: chatReport, share: 75 },
  { tell: storedFiles, share: 90 },
  { tell: importedReport, share: 45 },
  { tell: extortionReport, share: 40 },
  { tell: carrierWithoutPort, share: 35 },
  { tell: bareEnticement, share: 30 },
  { tell: generatedUpload, share: 25 },
  { tell: viralBatch, share: 25 },
  { tell: placeless, share: 20 },
  { tell: hiddenAccount, share: 15 },
  { tell: amendedReport, share: 12 },
  { tell: largeCollection, share: 8 },
  { tell: urgentChat, share: 6 },
  { tell: urgentBare, share: 10 },
  { tell: urgentUpload, share: 4 },
]
const shares = mix.reduce((sum, { share }) => sum + share, 0)

/** Filings planned at once at most: the plan is held in memory. */
export const filingsMax = 100_000

const tellers = (count: number): ((wish: Wish) => PlannedFiling)[] => {
  const told = mix.flatMap(({ tell, share }) =>
    Array.from({ length: Math.floor((share * count) / shares) }, () => tell),
  )
  // What rounding leaves over goes to the rare stories, one each, so that even a small caseload shows them.
  const rare = mix.toReversed()
  while (told.length < count) {
    const next = rare[(count - told.length - 1) % rare.length]
    if (next) told.push(next.tell)
  }
  return told
}

/** Every order is as likely, and the seed decides. */
const shuffled = <T>(list: readonly T[], seed: string): T[] => {
  const random = randomOf(`${seed} order`)
  return list
    .map((item) => ({ item, at: random.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

/**
 * The synthetic caseload of a seed: `count` filings, in the order in which they are sent. Pure: the same seed, count and
 * start give the same filings, byte for byte. `start` is what every time is recent to; none lies after it.
 */
export const planDemonstration = (wish: { seed: number; count: number; start: Date }): PlannedFiling[] => {
  const seed = `demonstration ${wish.seed}`
  return shuffled(tellers(wish.count), seed).map((tell, index) =>
    tell({ seed, index: index + 1, nowMs: wish.start.getTime() }),
  )
}
