import type { WaitingFor } from '@opentipline/contract'
import { codeNamesEn } from '@opentipline/domain'

const { waits } = codeNamesEn
type Named = { name: string; formula: string }

/** The words of what waits, in English. */
export const waitingEn = {
  title: 'What waits',
  lead: 'How long each tip has waited, for what, and who brought it there. These are facts for whoever answers for the agency’s time. No law and no rule here says that any of it is too long, so nothing is marked as late.',
  asOf: 'as of',
  all: 'All',
  show: 'Show',
  waitsFor: 'Waits for',
  tips: 'Tips',
  median: 'Median',
  longest: 'Longest',
  minutes: (count: string) => `${count} min`,
  hours: (count: string) => `${count} h`,
  days: (count: string) => `${count} d`,
  kinds: {
    'first look': {
      name: waits['first look'],
      formula: 'from when it was made available; nobody of the agency has read it',
    },
    decision: { name: waits.decision, formula: 'from the first reading, or from the last reopening' },
    'hold ended': { name: waits['hold ended'], formula: 'from the end of the hold' },
    'second person': {
      name: waits['second person'],
      formula: 'from the decision, by your agency’s own rule',
    },
    'answer to us': { name: waits['answer to us'], formula: 'from the offer' },
    held: { name: waits.held, formula: 'from the decision to hold' },
    request: { name: waits.request, formula: 'from the decision to request' },
    'other agency': {
      name: waits['other agency'],
      formula: 'from the offer; your agency owns it until then',
    },
    affiliate: {
      name: waits.affiliate,
      formula: 'from when the affiliate accepted; what they decide is theirs',
    },
  } satisfies Record<WaitingFor, Named>,
  rows: 'Tips, the longest first',
  rowsMax: (count: number) => `At most ${count} are shown; an export has more.`,
  none: 'Nothing waits.',
  by: (name: string) => `by ${name}`,
  until: 'until',
  since: 'since',
}
