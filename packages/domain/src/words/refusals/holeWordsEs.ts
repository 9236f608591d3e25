import { codeNamesEs } from '../codeNamesEs.ts'
import { rolesEs } from '../rolesEs.ts'
import type { HoleWords } from './readRefusals.ts'

const oneOf =
  (words: Readonly<Record<string, string>>) =>
  (word: string): string | undefined =>
    Object.hasOwn(words, word) ? words[word] : undefined

const decisions: Readonly<Record<string, string>> = codeNamesEs.decisions
const circuit = /^the (\d+)(?:st|d|nd|rd|th) Circuit$/
const courts = /^the courts of (.+)$/

/** As `circuits.yaml` and `courtName` have them: `the 7th Circuit`, `the courts of Wisconsin`. */
const courtEs = (court: string): string | undefined => {
  if (court === 'the D.C. Circuit') return 'el circuito federal de D. C.'
  return circuit.test(court)
    ? court.replace(circuit, 'el $1.º circuito federal')
    : courts.test(court)
      ? court.replace(courts, 'los tribunales de $1')
      : undefined
}

/** Our own words that stand in the hole of a refusal, by the hole's name. */
export const holeWordsEs: HoleWords = {
  role: oneOf(rolesEs),
  decision: (word) => oneOf(decisions)(word)?.toLowerCase(),
  environment: oneOf({ live: 'reales', test: 'de prueba' }),
  answer: oneOf({
    'no warrant needed': 'no hace falta orden judicial',
    'warrant needed': 'hace falta orden judicial',
    unsettled: 'no está resuelto',
  }),
  court: courtEs,
  basis: oneOf({ order: 'una orden de un tribunal', 'retention rule': 'una regla de conservación' }),
}
