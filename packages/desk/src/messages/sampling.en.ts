import type { SamplePool, SampleVerdict } from '@opentipline/contract'

/** The words of re-reading in English. */
export const samplingEn = {
  title: 'Sampling',
  lead: 'A drawn share of what was declined, or stands low, is read again by a second person who is not shown what was decided. It tells how much is missed at the bottom of the queue. It changes no decision and is nobody’s mark.',
  off: 'Your agency has not set a share to draw, so nothing is drawn. Its administrator sets one under',
  settings: 'Agency settings',
  holds: (percent: number, days: number, most: number) =>
    `Drawn are ${percent} % of each pool, ${most} tips at most, of tips that are ${days} days old or older.`,
  pools: {
    declined: 'Declined tips',
    undecided: 'Undecided tips that stand low',
  } satisfies Record<SamplePool, string>,
  verdicts: {
    'would have been pursued': 'I would have pursued it',
    'rightly low': 'Rightly left',
    'cannot tell': 'I cannot tell',
  } satisfies Record<SampleVerdict, string>,
  verdictAbout: {
    'would have been pursued': 'It counts as missed. Nothing is reopened by it; a person may.',
    'rightly low': 'It stands where it should.',
    'cannot tell': 'It counts as neither, and widens the range.',
  } satisfies Record<SampleVerdict, string>,
  toRead: 'To re-read',
  toReadAbout:
    'Yours are those on which you did not decide. Nothing is told of them beforehand but that they were drawn. No day is set by which anybody has to.',
  noneToRead: 'There is nothing for you to re-read.',
  forOthers: (count: number) =>
    count === 1
      ? '1 more waits for a colleague: you decided on it, looked at the list it was drawn from, or somebody is reading it.'
      : `${count} more wait for colleagues: you decided on them, looked at the list they were drawn from, or somebody is reading them.`,
  reading: (item: string) => `Re-reading ${item}`,
  begin: 'Begin',
  goOn: 'Go on',
  drawnAt: 'drawn',
  rates: 'What was missed',
  ratesAbout:
    'Of the re-read tips, how many would have been pursued. The range is the exact 95 % interval of Clopper and Pearson: had others been drawn, the share could be anywhere in it. Those whom nobody could tell count as not missed at the low end and as missed at the high end.',
  nothingRead: 'Nothing was re-read yet: how much is missed is not known.',
  share: (low: string, high: string) => `between ${low} and ${high}`,
  missedOf: (misses: number, read: number) => `${misses} of ${read} re-read would have been pursued`,
  facts: {
    share: 'Share missed',
    found: 'Found',
    cannotTell: 'Could not be told',
    notYetRead: 'Drawn, not re-read yet',
    overtaken: 'Changed by a later document before anybody re-read it; in no count',
    seenBefore: 'Of the re-read, the reader had opened the tip before',
    population: 'Tips that were drawn from',
  },
  drawnOf: (drawn: number, population: number) => `${population}; drawn ${drawn}`,
  ratesCaveat:
    'A second reader is no oracle: two officers differ. Everybody knows that what is drawn was declined or stands low, and that alone colours a reading. A tip is drawn once at most.',
  readings: 'What was found',
  noReadings: 'Nothing was re-read yet.',
  missOffer: 'Nothing changed by it. Open the tip to reopen it, if somebody should look again.',
  openTip: (tip: string) => `Open tip ${tip}`,
  stands: 'now',
  seenBefore: 'had opened it before',
  draws: 'Draws',
  drawsAbout:
    'The seed is made at random when somebody draws. With it, and the list, anybody can draw again and must get the same tips; the ledger has the seed and the list’s SHA-256.',
  noDraws: 'Nothing was drawn yet.',
  draw: 'Draw now',
  drawing: 'Drawing…',
  drawn: (count: number) => (count === 1 ? '1 tip was drawn.' : `${count} tips were drawn.`),
  drawBy: (name: string) => `Drawn by ${name}`,
  seed: 'Seed',
  algorithm: 'Algorithm',
  poolLine: (name: string, drawn: number, size: number) => `${name}: ${drawn} of ${size}`,
  readOf: (read: number, drawn: number) => `${read} of ${drawn} re-read`,
  list: 'List as CSV',
  listNamed: (draw: string) => `List as CSV, draw ${draw}`,
  listAbout: 'Who takes a list knows what is in it, and re-reads nothing of that draw.',
  blind: 'What you are not shown here',
  blindAbout:
    'Rank, score and the policy’s reasons; whether and what was decided, by whom and why; notes, records and links to other tips. Until you have recorded what you find, the tip’s own page stays closed to you.',
  blindLimit:
    'The program cannot make you forget: the queue and the search still show what they show to everybody, and a report can be recognised. Please do not look it up.',
  blindSeen: 'You have opened this tip before. That is kept with what you find.',
  verdict: 'Reading this for the first time: what would you do?',
  note: 'Note',
  noteHint: '(optional; your agency reads it)',
  record: 'Record it',
  recording: 'Recording…',
  verdictMissing: 'Choose one of the three.',
  leave: 'Give it back',
  recorded: 'It is recorded.',
  back: 'Sampling',
}
