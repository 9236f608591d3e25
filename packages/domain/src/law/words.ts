import type { Forum, LawEntry, LawSentence } from '@opentipline/contract'
import { usStates } from '../places/usStates.ts'
import type { LawPack } from './pack.ts'

const stateName = (code: string): string => usStates.find((state) => state.code === code)?.name ?? code

/** `the 7th Circuit`, `the courts of Wisconsin`. */
export const courtName = (pack: LawPack, forum: Forum, axis: 'federal' | 'state'): string =>
  axis === 'state'
    ? `the courts of ${stateName(forum.state)}`
    : (pack.circuits.find(({ id }) => id === forum.circuit)?.name ?? `circuit ${forum.circuit}`)

/** A case is cited with its name, a section by its own words. */
export const citationOf = ({ kind, title, citation }: LawEntry): string =>
  kind === 'case' && !citation.startsWith(title) ? `${title}, ${citation}` : citation

const english: Record<LawSentence['code'], (values: Readonly<Record<string, string>>) => string> = {
  'court-says': ({ court, answer, citations }) => `In ${court}: ${answer} (${citations}).`,
  'court-left-open': ({ court, citations }) => `In ${court} it is not settled (${citations}).`,
  'court-silent': ({ court }) => `For ${court} the pack has no entry that answers.`,
  'court-divided': ({ court, citations }) => `In ${court} the entries disagree (${citations}).`,
  'no-circuit': ({ state }) => `No federal circuit takes in ${stateName(state ?? '')}.`,
  'court-if-matched': ({ court, citations }) =>
    `In ${court} no warrant is needed for a file whose hash is stated to match known material (${citations}). What is stated of this file does not meet that.`,
  'unverified-opens-nothing': ({ citation }) =>
    `${citation} is to be verified by counsel. Until somebody has seen its words it opens nothing.`,
  'not-stated': () =>
    'Whether a person at the provider viewed the file is not stated. That is treated no better than not viewed, and opens nothing.',
  historical: () =>
    'A person at the provider viewed another file with a matching hash, not this one. That counts only where a court has said so.',
  'public-changes-nothing': () =>
    'The file is stated to have been publicly available. No entry of the pack says what follows from that.',
  'courts-agree': ({ answer }) =>
    answer === 'unsettled'
      ? 'Neither of the two courts that may hear the case has settled it.'
      : `Both courts that may hear the case give the same answer: ${answer}.`,
  'courts-disagree': () =>
    'The state court and the federal court that may hear the case disagree. Unless it is certain which will, ask for a warrant or for counsel.',
  'one-court-needs-warrant': () =>
    'One of the two courts that may hear the case asks for a warrant, and the other does not say that none is needed.',
  'one-court-open': () =>
    'At least one of the two courts that may hear the case has not settled it, and neither asks for a warrant.',
  'only-this-court': () => 'Only the court that the agency has set as its forum was asked.',
  'agency-asks-more': ({ citation, answer }) =>
    `The agency's own rule asks for more: ${answer} (${citation}).`,
  'no-forum': () =>
    'The forum of the agency (its state and federal circuit) is not set, so no court can be asked.',
}

/** A sentence of an answer in English. The desk has its own words for each code in each of its languages. */
export const lawSentence = ({ code, values }: LawSentence): string => english[code](values)
